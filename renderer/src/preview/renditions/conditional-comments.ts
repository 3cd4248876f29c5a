/** The features of an engine that a condition can test, with their versions: `mso: 16`. Unknown names are false. */
type Engine = Readonly<Record<string, number>>;

const opening = /<!--\[if\s+([^\]]*)\](?:><!-->|>-->|>)|<!\[if\s+([^\]]*)\]>/gi;
const closing = /<!--\s*<!\[endif\]-->|<!\[endif\]-->|<!\[endif\]>/gi;

/**
 * Resolves conditional comments for an engine: the contents are kept if the condition is true and removed if not. Handles
 * both forms: hidden from other engines (`<!--[if mso]>…<![endif]-->`) and shown to them
 * (`<!--[if !mso]><!-->…<!--<![endif]-->`).
 *
 * @see https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537512(v=vs.85)
 */
export function resolveConditions(html: string, engine: Engine): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    opening.lastIndex = at;
    const open = opening.exec(html);
    if (!open) break;
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(html);
    if (!close) break;
    parts.push(html.slice(at, open.index));
    if (holds(open[1] ?? open[2] ?? '', engine)) parts.push(html.slice(opening.lastIndex, close.index));
    at = closing.lastIndex;
  }
  return parts.join('') + html.slice(at);
}

/** Whether a condition such as `(gte mso 9)|(IE)` is true. One that cannot be parsed is false. */
function holds(condition: string, engine: Engine): boolean {
  const tokens = condition.match(/[()!&|]|[^\s()!&|]+/g) ?? [];
  let at = 0;
  const take = (token: string) => tokens[at] === token && ++at > 0;

  // Both sides are always parsed: a skipped word would be read as the rest of the condition.
  const either = (): boolean => {
    let value = both();
    while (take('|')) value = both() || value;
    return value;
  };
  const both = (): boolean => {
    let value = one();
    while (take('&')) value = one() && value;
    return value;
  };
  const one = (): boolean => {
    if (take('!')) return !one();
    if (take('(')) {
      const value = either();
      take(')');
      return value;
    }
    return feature();
  };
  const feature = (): boolean => {
    const word = (tokens[at++] ?? '').toLowerCase();
    const compare = comparisons[word];
    const name = compare ? (tokens[at++] ?? '').toLowerCase() : word;
    if (name === 'true' || name === 'false') return name === 'true';
    const version = engine[name];
    const asked = /^\d/.test(tokens[at] ?? '') ? Number.parseFloat(tokens[at++] ?? '') : null;
    if (version === undefined) return false;
    if (asked === null) return compare === undefined;
    return (compare ?? ((have, want) => Math.trunc(have) === Math.trunc(want)))(version, asked);
  };

  const value = either();
  return at === tokens.length && value;
}

const comparisons: Readonly<Record<string, (have: number, want: number) => boolean>> = {
  lt: (have, want) => have < want,
  lte: (have, want) => have <= want,
  gt: (have, want) => have > want,
  gte: (have, want) => have >= want,
};
