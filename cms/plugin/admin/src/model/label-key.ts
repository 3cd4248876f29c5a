import { readDay } from './read-day';
import type { PeriodRow } from './sheet';

/** The mark of a footnote at the end of a label: `(1)`, `[2]`, `*`, `¹`. */
const footnote = /\s?(?:\(\d{1,2}\)|\[\d{1,2}\]|[*†‡¹²³⁴-⁹⁰])$/u;
/** A label has no more marks than these. */
const mostFootnotes = 3;

/**
 * A label as it is compared: without case, accents, marks of footnotes and all that is neither letter, digit nor `%`, so that a
 * table typed elsewhere finds its rows. Empty for a text that names nothing. Pure.
 *
 * @example labelKey('Prêts  de l’année (1)') === labelKey("PRETS DE L'ANNEE")
 */
export function labelKey(label: string): string {
  let named = label.trim();
  for (let at = 0; at < mostFootnotes; at += 1) named = named.replace(footnote, '');
  return named
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}ـ]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

/**
 * Which period a heading names, by the period's own label, by its last day or by the month or year that this day ends. Pure.
 *
 * @returns its place; `other` for a day, month or year that is none of the periods; null for a text that names no time
 */
export function periodNamed(heading: string, periods: readonly PeriodRow[]): number | 'other' | null {
  const key = labelKey(heading);
  if (key === '') return null;
  const own = periods.findIndex(({ label, labels }) =>
    [label, ...Object.values(labels)].some((text) => labelKey(text ?? '') === key),
  );
  if (own >= 0) return own;
  // A month is read as a day of it: “Décembre 2026”, “déc-26”, “12/2026”; “4.10” is a figure.
  const isMonth = /\p{L}|^\d{1,2}\/\d{4}$/u.test(heading.trim());
  const month = isMonth ? readDay(`1 ${heading}`)?.slice(0, 7) : undefined;
  const time = readDay(heading) ?? month ?? /^(?:19|20)\d\d$/.exec(key)?.[0];
  if (time === undefined) return null;
  const isEnd = ({ end, partial }: PeriodRow): boolean =>
    end !== null && end.startsWith(time) && (time.length > 4 || !partial);
  // Of two periods that end in one month the last is the newer.
  const at = periods.map(isEnd).lastIndexOf(true);
  return at >= 0 ? at : 'other';
}
