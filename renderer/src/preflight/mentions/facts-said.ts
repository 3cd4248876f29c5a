import { figureOf } from '../../view/typography/read-figure';
import { monthNumbers } from './calendar-words';
import { fold, type Folded } from './fold';
import { timeAt } from './spans-of-time';

/** A figure, an hour or an address that a text says. */
export interface Fact {
  /** The same in each language. */
  key: string;
  /** The author's words. */
  written: string;
}

/** A day, or a month with its year. */
export interface DateFact extends Fact {
  /** Null where the text leaves it to the reader. */
  year: number | null;
}

/** What a text says that is the same in each language. */
interface FactsSaid {
  figures: Fact[];
  dates: DateFact[];
  addresses: Fact[];
  /** Words in Latin letters. */
  latin: string[];
}

/** Bounded, so that a hostile text cannot make the search long. Arabic writes its particles before an address without a space. */
const address = /\b(?:https?:\/\/|www\.)[^\s<>«»"“”]{1,2000}|[a-z\d._+-]{1,64}@[a-z\d.-]{1,190}/gi;
const endOfSentence = /[.,;:!?)\]]+$/;
/** “10 h 30”, “14h”, “10:30”, “2.30 pm”. */
const hour =
  /(?<![\p{L}\p{N}])(?<h>\d{1,2})(?: ?h(?: ?(?<m>\d{2}))?|:(?<n>\d{2})|(?:[.:](?<q>\d{2}))?(?= ?[ap]\.?m(?!\p{L})))(?: ?(?<half>[ap])\.?m\.?)?(?![\p{L}\p{N}])/gu;
/** After a Latin letter it is part of a name: “COP28”. */
const figure = /(?<![a-z\d])(?<!\d[.,])(?:\d{1,3}(?:[ .,']\d{3})+(?!\d)|\d+)(?:[.,]\d+)?/gu;
const word = /[\p{L}\p{N}]+/gu;
const quarterOrHalf = /^(?:[tq][1-4]|[sh][12])$/;
const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}\d]*(?:-[\p{Script=Latin}\d]{1,40}){0,5}/gu;

/**
 * Reads the figures, hours, days, addresses and Latin words of a text in any of the three languages. A figure is known by its digits
 * alone, whatever parts thousands and decimals; a day by its day and month, for the year may be left out; an address without its
 * protocol and the part that names a language. Pure.
 */
export function factsSaid(text: string, links: readonly string[] = []): FactsSaid {
  const addresses = links.map((link) => addressFact(link));
  const withoutAddresses = text.replace(address, (found) => {
    addresses.push(addressFact(found.replace(endOfSentence, '')));
    return ' '.repeat(found.length);
  });
  const folded = fold(withoutAddresses);
  const { dates, rest } = datesIn(folded);
  const figures = figuresIn({ ...folded, text: rest });
  return { figures, dates, addresses, latin: withoutAddresses.match(latinWord) ?? [] };
}

function datesIn({ text, written }: Folded): { dates: DateFact[]; rest: string } {
  const dates: DateFact[] = [];
  let [rest, end] = ['', 0];
  for (const { 0: found, index } of text.matchAll(word)) {
    if (index < end || !mayBeginTime(found)) continue;
    const time = timeAt(text, index);
    // A month without its year may be another word, and a year alone is a figure.
    if (time === null || time.unit === 'year' || (time.unit !== 'day' && !time.dated)) continue;
    rest += text.slice(end, time.start) + ' '.repeat(time.end - time.start);
    ({ end } = time);
    const days = new Map(
      [time.first, time.last].map(({ day, month, year }) => [`${day ?? ''}.${month}`, year] as const),
    );
    for (const [key, year] of days) dates.push({ key, year, written: written(time.start, end) });
  }
  return { dates, rest: rest + text.slice(end) };
}

/** Also behind the particles that Arabic writes with their word. */
function mayBeginTime(found: string): boolean {
  return (
    /^\d/.test(found) ||
    quarterOrHalf.test(found) ||
    monthNumbers.has(found) ||
    (/^[ولبف]/u.test(found) && monthNumbers.has(found.slice(1)))
  );
}

function figuresIn({ text, written }: Folded): Fact[] {
  const found: Fact[] = [];
  const rest = text.replace(hour, (match: string, ...given: unknown[]) => {
    const { h = '', m, n, q, half } = given.at(-1) as Record<string, string | undefined>;
    const at = given.at(-3) as number;
    const hours = (Number(h) % (half === undefined ? 24 : 12)) + (half === 'p' ? 12 : 0);
    found.push({
      key: `${hours}:${m ?? n ?? q ?? '00'}`,
      written: written(at, at + match.length),
    });
    return ' '.repeat(match.length);
  });
  for (const { 0: match, index } of rest.matchAll(figure)) {
    const key = figureOf(match);
    if (key !== null) found.push({ key, written: written(index, index + match.length) });
  }
  return found;
}

/** `https://www.alamana.ma/fr/contact/` is the same address as `http://alamana.ma/ar/contact`. */
function addressFact(written: string): Fact {
  const key = written
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/^www\./, '')
    .replace(/\/(?:fr|ar|en)(?=[/?#]|$)/, '')
    .replace(/([?&](?:lang|language|hl)=)(?:fr|ar|en)\b/, '$1')
    .replace(/\/+$/, '');
  return { key, written };
}
