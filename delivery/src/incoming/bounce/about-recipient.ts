/**
 * What a text says of one of several recipients: from each place where it names this one to where it names another. What stands below a
 * list of addresses, set off by an empty line, is said of each; right below the last it is hers. Notes gives a reason above the address.
 * The whole text where there is no other recipient; '' where it does not name this one.
 */
export function aboutOne(said: string, address: string, everybody: readonly string[]): string {
  const lower = said.toLowerCase();
  const own = address.toLowerCase();
  const others = everybody.map((other) => other.toLowerCase()).filter((other) => other !== own);
  if (others.length === 0) return said.trim();
  const places = [own, ...others.slice(0, mostNamed)]
    .flatMap((name) =>
      placesOf(lower, name).map((at) => ({
        name,
        from: lower.lastIndexOf('\n', at) + 1,
        end: lineEnd(lower, at),
      })),
    )
    .sort((one, other) => one.from - other.from);
  const reasonsAbove = failureReasons.exec(said)?.index ?? Infinity;
  return places
    .map(({ name, from, end }, index) => {
      if (name !== own) return '';
      if (from > reasonsAbove) return said.slice(Math.max(reasonsAbove, places[index - 1]?.end ?? 0), end);
      const last = places.findIndex((_, at) => at >= index && !isListed(said, places, at));
      const below = said.slice(places[last]?.end ?? end, places[last + 1]?.from);
      return said.slice(from, end) + (last === index || /^\n[ \t]*\n/.test(below) ? below : '');
    })
    .join('\n')
    .trim();
}

interface Place {
  from: number;
  end: number;
}

/** Where Notes begins to give reasons, each above whom it is of. */
const failureReasons = /^[ \t]*-{3,}[ \t]*Failure Reasons/im;

/** Whether the address at a place is one of a list: nothing else on its line, and the next one below it. */
function isListed(said: string, places: readonly Place[], at: number): boolean {
  const [place, next] = [places[at], places[at + 1]];
  if (place === undefined || next === undefined || said.slice(place.end, next.from).trim() !== '')
    return false;
  return /^[\s>*•"'(<-]{0,12}[^\s@]{1,100}@[^\s@]{1,250}(?:[\s<(]{1,3}(?:mailto:)?[^\s@]{1,100}@[^\s@]{1,250})?\s*$/i.test(
    said.slice(place.from, place.end),
  );
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** What a text says of all its recipients: what stands above the first of them, and above the reasons that Notes gives. */
export function aboutAll(said: string, everybody: readonly string[]): string {
  const lower = said.toLowerCase();
  const places = everybody.map((address) => lower.indexOf(address.toLowerCase())).filter((at) => at >= 0);
  return said.slice(0, Math.min(...places, failureReasons.exec(said)?.index ?? said.length)).trim();
}

const mostPlaces = 20;
const mostNamed = 50;

/** Where an address stands whole: `a@b.example` is not in `aa@b.example`. */
function placesOf(text: string, address: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(address); at >= 0 && places.length < mostPlaces;) {
    const isWhole =
      !/[a-z0-9._+-]/.test(text.charAt(at - 1)) && !/[a-z0-9-]/.test(text.charAt(at + address.length));
    if (isWhole) places.push(at);
    at = text.indexOf(address, at + address.length);
  }
  return places;
}
