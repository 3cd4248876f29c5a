import type { Direction } from '../../contract/primitives';
import { ltrLetter, ltrPieces, type Piece } from './ltr-pieces';

/** A run of text; `direction` if it must be isolated from the line around it. */
interface Run {
  text: string;
  direction: Direction | null;
}

/** Letters, figures and marks of Arabic and Hebrew. */
const rtlRange = String.raw`\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc`;
const rtl = new RegExp(`[${rtlRange}]`, 'u');
const ltr = new RegExp(`[${ltrLetter}]`, 'u');
const strongWords = new RegExp(`(?:(?=[${rtlRange}])\\p{L})[${rtlRange}]*|[${ltrLetter}]+`, 'gu');

/** A figure alone is left to right anyway (UAX 9, rule W4), so the hundreds in a dashboard need no isolation. */
const plainFigure = /^\d+(?:[.,\u00a0\u202f]\d+)*$/;

/**
 * Splits a text into runs, so that each one of the other direction can be isolated as a whole: in Arabic names, addresses,
 * telephone numbers and figures, in French and English Arabic words. Otherwise their neighbours move to the wrong side, and
 * Outlook reverses the words of a name.
 *
 * A run is never smaller than what the algorithm of Unicode keeps together itself (UAX 9): isolating two halves of a Latin
 * phrase would put the second on the left of the first.
 */
export function splitRuns(text: string, base: Direction): Run[] {
  if (base === 'ltr') return rtl.test(text) ? cut(text, rtlSpans(text), 'rtl') : [{ text, direction: null }];
  if (isSentence(text)) return [{ text, direction: 'ltr' }];
  return cut(text, ltrSpans(text), 'ltr');
}

interface Span {
  start: number;
  end: number;
}

function cut(text: string, spans: readonly Span[], direction: Direction): Run[] {
  const result: Run[] = [];
  const add = (part: string, to: Direction | null) => {
    if (part !== '') result.push({ text: part, direction: to });
  };
  let from = 0;
  for (const { start, end } of spans) {
    add(text.slice(from, start), null);
    const run = text.slice(start, end);
    add(run, plainFigure.test(run) ? null : direction);
    from = end;
  }
  add(text.slice(from), null);
  return result;
}

/** A sentence of Latin words only, whose last mark belongs to it; a few words may be a part of an Arabic sentence. */
function isSentence(text: string): boolean {
  return !rtl.test(text) && /[.!?…]$/.test(text) && (text.match(/\p{L}{2,}/gu)?.length ?? 0) > 2;
}

function ltrSpans(text: string): Span[] {
  return parts(text).map((span) => withMark(text, span));
}

/** A run that fills its quotes or brackets has the mark before the closing one: `(2e éd.)`. */
function withMark(text: string, { start, end }: Span): Span {
  const before = text.charAt(start - 1);
  const [found, mark = '', closer] = /^([.!?…]{1,3})(.)/u.exec(text.slice(end, end + 4)) ?? [];
  const fills = found !== undefined && closer === (pairs.get(before) ?? (before === '"' ? '"' : null));
  return { start, end: fills ? end + mark.length : end };
}

function parts(text: string): Span[] {
  const spans: Span[] = [];
  let open: (Span & { last: Piece; latin: boolean }) | null = null;
  const close = () => {
    if (open) spans.push(...balanced(text, open));
    open = null;
  };
  for (const piece of ltrPieces(text)) {
    if (piece.kind === 'isolated') {
      close();
      continue;
    }
    const latin = piece.kind === 'address' || ltr.test(text.slice(piece.start, piece.end));
    if (open && joins(text, open, piece, latin)) {
      open = { start: open.start, end: piece.end, last: piece, latin: open.latin || latin };
    } else {
      close();
      open = { start: piece.start, end: piece.end, last: piece, latin };
    }
  }
  close();
  return spans;
}

/** Whether a piece belongs to the run before it. */
function joins(
  text: string,
  run: Span & { last: Piece; latin: boolean },
  piece: Piece,
  latin: boolean,
): boolean {
  const gap = text.slice(run.end, piece.start);
  if (rtl.test(gap) || /[\n\u2066-\u2069]|\s{3}/.test(gap)) return false;
  // After a Latin letter everything up to the next letter or figure is left to right (UAX 9, rules W7 and N1).
  if (run.latin) return true;
  if (run.last.kind === 'phone' || piece.kind === 'phone') return false;
  // Nothing Arabic is between the figure and the words: `12, rue des Tests`.
  if (latin && !rtl.test(text)) return true;
  const isHouse = /^, $/.test(gap) && /^\p{Ll}/u.test(text.slice(piece.start));
  if (latin)
    return (
      piece.kind === 'word' &&
      (gap === '/' ||
        ((isHouse || /^(?:[ \u00a0\u202f]?[-–/+.·]?|[′″])$/.test(gap)) && !endsInMark(text, run)))
    );
  return joinsFigures(gap, text.slice(run.start, run.end), text.slice(piece.start, piece.end));
}

function endsInMark(text: string, { end }: Span): boolean {
  return /[^\d\p{L}]/u.test(text.charAt(end - 1));
}

/** A figure goes on in ranges, dates, times, sums and thousands; a list of figures is read from the right. */
function joinsFigures(gap: string, before: string, after: string): boolean {
  // Two figures with nothing between them are parted by a sign of the first: `33°35′`.
  if (/^(?:[.,:/'’·×*=′″]?|[ \u00a0\u202f]?[-‐‑–—−×÷+=*/][ \u00a0\u202f]?)$/u.test(gap)) return true;
  return /^[ \u00a0\u202f]$/.test(gap) && /(?<!\d)\d{1,3}$/.test(before) && /^\d{3}(?!\d)/.test(after);
}

const pairs = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['«', '»'],
  ['“', '”'],
]);
const closing = new Set(pairs.values());

/** A run with the brackets that were opened in it, or parted at one that has no partner in it. */
function balanced(text: string, { start, end }: Span): Span[] {
  const open: { at: number; close: string }[] = [];
  let until = end;
  for (let at = start; at < until; at += 1) {
    const character = text.charAt(at);
    const close = pairs.get(character);
    if (close !== undefined) open.push({ at, close });
    else if (closing.has(character)) {
      if (open.at(-1)?.close !== character) return parted(text, start, at, end);
      open.pop();
    }
    // What closes it may follow the last letter: `Al Amana (Maroc)`.
    if (at === until - 1 && open.length > 0) {
      const end = until + (/^[.!?…]?[ \u00a0\u202f]?/.exec(text.slice(until, until + 2))?.[0].length ?? 0);
      if (text.charAt(end) === open.at(-1)?.close) until = end + 1;
    }
  }
  const [first] = open;
  if (first) return parted(text, start, first.at, end);
  const quotes = text.slice(start, until).split('"').length - 1;
  if (quotes % 2 === 1) {
    if (text.charAt(until) === '"') until += 1;
    else return parted(text, start, start + text.slice(start, until).lastIndexOf('"'), end);
  }
  return [{ start, end: until }];
}

function parted(text: string, start: number, at: number, end: number): Span[] {
  const first = text.slice(start, at).trimEnd();
  const rest = parts(text.slice(at + 1, end)).map((span) => ({
    start: at + 1 + span.start,
    end: at + 1 + span.end,
  }));
  return [...parts(first).map((span) => ({ start: start + span.start, end: start + span.end })), ...rest];
}

const arabicPiece = new RegExp(`(?:[${rtlRange}]\\.){2,}|[${rtlRange}][${rtlRange}\\p{M}'’]*`, 'gu');
const quoted = /«([^»\n]+)»|“([^”\n]+)”|"([^"\n]+)"/gu;

/** The Arabic words of a French or English text; what is Arabic as a whole, or between quotes, is one run. */
function rtlSpans(text: string): Span[] {
  const start = text.search(/\S/);
  if (isArabic(text)) return [{ start, end: text.trimEnd().length }];
  const whole = [...text.matchAll(quoted)].flatMap((match): Span[] => {
    const inner = match[1] ?? match[2] ?? match[3] ?? '';
    const from = match.index + 1 + inner.search(/\S/);
    return isArabic(inner) ? [{ start: from, end: from + inner.trim().length }] : [];
  });
  const spans: Span[] = [];
  for (const match of text.matchAll(arabicPiece)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const around = whole.find((one) => one.start <= span.start && span.end <= one.end);
    const last = spans.at(-1);
    if (around) {
      if (last?.start !== around.start) spans.push({ ...around });
    } else {
      const more = last ? joinsArabic(text, last.end, span) : null;
      if (last && more !== null) last.end = span.end + more;
      else spans.push(span);
    }
  }
  return spans;
}

/**
 * Whether an Arabic word goes on from the one before it: after a space or one mark without any, a number between the two, and in brackets
 * with a number at most. Null if not, else how many characters behind it belong to it.
 */
function joinsArabic(text: string, from: number, { start, end }: Span): number | null {
  const gap = text.slice(from, start);
  const after = text.slice(end);
  // `د. أحمد`: a single letter is a title.
  if (gap === '. ' && !rtl.test(text.charAt(from - 2))) return 0;
  if (/^(?:[ \u00a0\u202f]\d+(?:[.,/]\d+)*)? ?\($/.test(gap))
    return /^(?:[ \u00a0\u202f]\d+(?:[.,/]\d+)*)?\)/.exec(after)?.[0].length ?? null;
  return /^(?:[ \u00a0\u202f]|[-./·&_]|[ \u00a0\u202f]?\d+(?:[.,/]\d+)*[ \u00a0\u202f])$/.test(gap)
    ? 0
    : null;
}

/** Whether a text begins and ends with Arabic and has at least as many Arabic words as others. */
function isArabic(text: string): boolean {
  const strong = text.match(strongWords) ?? [];
  const arabic = strong.filter((word) => rtl.test(word)).length;
  return rtl.test(strong[0] ?? '') && rtl.test(strong.at(-1) ?? '') && 2 * arabic >= strong.length;
}
