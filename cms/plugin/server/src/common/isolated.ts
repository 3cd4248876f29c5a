import { directions } from '../../../shared/lists';
import type { Language } from '@nachra/renderer';

/** First strong isolate and its end: what stands between them has an order of its own (UAX #9). */
const [begin, end] = ['\u2068', '\u2069'] as const;
const controls = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What runs the other way; behind Arabic so does `2023-05-07`, whose parts a hyphen does not keep together there (rules W2 and W4). */
const other = {
  ltr: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/,
  rtl: /[A-Za-z\u00c0-\u024f]|\d[-+]|[-+]\d/,
} as const;

/** A text without characters that turn the order of others around. Pure. */
export function withoutControls(text: string): string {
  return text.replace(controls, '');
}

/** What somebody typed, within a sentence of ours: one line, in an order of its own. Pure. */
export function isolated(typed: string): string {
  return `${begin}${withoutControls(typed).replace(/\s+/g, ' ').trim()}${end}`;
}

/** What somebody typed, or a code, within a sentence of one language: isolated where it runs the other way. Pure. */
export function apart(typed: string, language: Language): string {
  return plainSentence(isolated(typed), language);
}

/** A sentence for a header or a plain text: isolated only what runs the other way, since not every program hides the marks. Pure. */
export function plainSentence(sentence: string, language: Language): string {
  return sentence.replace(/\u2068([^\u2069]*)\u2069/g, (whole, typed: string) =>
    other[directions[language]].test(typed) ? whole : typed,
  );
}

/** An escaped sentence for HTML. Pure. */
export function markedSentence(escaped: string): string {
  return escaped.replaceAll(begin, '<bdi>').replaceAll(end, '</bdi>');
}
