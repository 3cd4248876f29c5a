/**
 * The smallest pieces that are read from left to right inside Arabic: addresses, telephone numbers, Latin words, figures.
 * `isolate` joins neighbours into runs.
 */

/** Letters that run from left to right and that our readers use; Tifinagh is written in Morocco. */
export const ltrLetter = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Tifinagh}`;
/** What an Arabic line may have before a piece: nothing, a space, an opening bracket or quote, a mark. */
const boundary = String.raw`(?<=^|[\s([{«“"'’،؛؟:,;…>\u200e\u200f])`;
const sign = String.raw`(?:\+/[\-−–]|[+\-−–‐‑±~])`;
const anyMark = String.raw`\s<>"«»“”،؛؟\u2066-\u2069`;

// Each with a limit: a text of hyphens or of dots is not looked through anew from each of its characters.
const scheme = String.raw`(?:[a-z][a-z0-9+.-]{0,30}://|mailto:|tel:|www\.)[^${anyMark}]+`;
const email = String.raw`[\p{Script=Latin}0-9._%+-]{1,64}@[\p{Script=Latin}0-9-]+(?:\.[\p{Script=Latin}0-9-]+)+`;
/** A domain with a path: `www` and a scheme are often left out. */
const host = String.raw`(?:[a-z0-9-]{1,63}\.){1,20}[a-z]{2,63}/[^${anyMark}]*`;

/** `+212 (0)5 37…`, `(0)537-123-456`, `05 37 …`, `(212) 555-1234`: what seven digits at least decide. */
const phone =
  // Not the decimals of a sum: `1.500,00 €`.
  String.raw`(?<!\d,)${boundary}(?:\(?\+\d{1,4}\)?|\(0\d{0,4}\)|\(\d{2,5}\)(?=[ -]?\d{2,}[ .-]\d{2,})|0\d*)` +
  String.raw`(?:[ \u00a0\u202f.\-‐‑–/]?\(\d{1,4}\)|[ \u00a0\u202f.\-‐‑–]?\d+)+(?![\d,:/]|[ \u00a0\u202f]?[%‰])`;

/** `(5,2)%`, as accountants write a negative share. */
const bracketed = String.raw`\(\d+(?:[.,]\d+)*\)[ \u00a0\u202f]?%`;

const percent = String.raw`(?:[ \u00a0\u202f]?[%‰]|[ \u00a0\u202f]?[€$£¥](?!\d)|[ \u00a0\u202f]?°(?:[CF](?![${ltrLetter}]))?|[²³])`;
const amount =
  String.raw`(?:${boundary}(?:${sign}[\u00a0\u202f]?)?)?[€$£¥]?(?:(?<=[€$£¥])[ \u00a0\u202f]?)?\d+${percent}?` +
  String.raw`(?![${ltrLetter}\p{M}_])`;

const lead = String.raw`(?:${boundary}(?:[@#~]|\.{0,2}[/\\]+|\.|${sign}(?=\d)))?`;
const tail = String.raw`(?:(?<=(?:^|[^\p{L}])\p{Lu})#|\+{1,2}(?![${ltrLetter}\d])|[™®©]|[€$£¥](?!\d))?`;
const acronym = String.raw`(?:\p{Lu}\.){2,}(?![${ltrLetter}\d])`;
/** `CO₂`, `m³`: small figures belong to their letter. */
const small = String.raw`⁰¹²³⁴-⁹ⁿ₀-₉`;
const word = String.raw`${lead}(?:${acronym}|[${ltrLetter}0-9_](?:[${ltrLetter}\p{M}0-9_${small}])*${tail})`;

/** A stretch that its author has isolated, and a figure that `Intl` has given a mark of its own. */
const isolated = String.raw`\u200e[+\-−]?\d+(?:[.,]\d+)*[\u00a0\u202f]?%?|[\u2066-\u2068\u202a\u202b][^\u2069\u202c\n]*[\u2069\u202c]`;

/** Nothing begins with a space or an Arabic letter, which is where nearly every search would begin. */
const pattern = new RegExp(
  String.raw`(?![\s\u0590-\u08ff])(?:` +
    [
      `(?<isolated>${isolated})`,
      `(?<address>${scheme}|${email}|${host})`,
      `(?<phone>${phone})`,
      `(?<amount>${bracketed}|${amount})`,
      `(?<word>${word})`,
    ].join('|') +
    ')',
  'giu',
);
/** What every piece has, apart from those that its author isolated. */
const letterOrDigit = new RegExp(`[${ltrLetter}0-9]`, 'u');
const kinds = ['isolated', 'address', 'phone', 'amount', 'word'] as const;

/** One piece of a text, from `start` to before `end`. */
export interface Piece {
  kind: 'isolated' | 'address' | 'phone' | 'amount' | 'word';
  start: number;
  end: number;
}

/** The pieces of a text in its order. */
export function ltrPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  // Most Arabic texts have none.
  if (!letterOrDigit.test(text)) return pieces;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [found] = match;
    const kind = kinds.find((name) => match?.groups?.[name] !== undefined);
    if (kind === undefined || found === '') continue;
    const whole = kind === 'address' ? withoutMarks(found) : found;
    pieces.push({
      kind: kindOf(kind, whole),
      start: match.index,
      end: match.index + whole.length,
    });
    pattern.lastIndex = match.index + whole.length;
  }
  return pieces;
}

/** Fewer than seven digits are a figure, whatever they begin with; a word of digits only is one too. */
function kindOf(kind: Piece['kind'], text: string): Piece['kind'] {
  if (kind === 'phone' && text.replace(/\D/g, '').length < 7) return 'amount';
  return kind === 'word' && /^\W?\d+$/.test(text) ? 'amount' : kind;
}

/** An address without the marks of the sentence after it: a bracket is its own if it was opened in it. */
function withoutMarks(address: string): string {
  let result = address;
  for (;;) {
    const last = result.at(-1) ?? '';
    const opened = result.split('(').length > result.split(')').length - 1 + (last === ')' ? 0 : 1);
    if (!/[.,;:!?'’…)\]]/.test(last) || (last === ')' && opened)) return result;
    result = result.slice(0, -1);
  }
}
