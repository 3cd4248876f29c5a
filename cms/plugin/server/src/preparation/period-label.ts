import type { Language } from '@nachra/renderer';
import { dayOf, monthIn, numericDay, wholeMonths } from './days';

/** First and last day of a period, each `YYYY-MM-DD`. */
interface Span {
  from: string;
  to: string;
}

/** With Latin digits, and the names of months that Morocco uses. */
const locales = { fr: 'fr-FR', ar: 'ar-MA-u-nu-latn', en: 'en-GB' } as const satisfies Record<
  Language,
  string
>;

const quarters = {
  fr: ['1er trimestre', '2e trimestre', '3e trimestre', '4e trimestre'],
  ar: ['الفصل الأول', 'الفصل الثاني', 'الفصل الثالث', 'الفصل الرابع'],
  en: ['First quarter', 'Second quarter', 'Third quarter', 'Fourth quarter'],
} as const satisfies Record<Language, readonly string[]>;

/** One way of writing a period; null where it cannot say this one. */
type Shape = (span: Span, language: Language) => string | null;

const yearOf = (date: string): string => date.slice(0, 4);

/** “Mai – juillet 2023”, “Novembre 2023 – janvier 2024”, “Juillet 2023”, with another joint than the dash if one is given. */
const months =
  (joint: string): Shape =>
  ({ from, to }, language) => {
    const count = calendarMonths(from, to);
    if (count === null) return null;
    const [first, last] = [monthIn(from, locales[language]), monthIn(to, locales[language])];
    if (count === 1) return `${first} ${yearOf(from)}`;
    const year = yearOf(from) === yearOf(to) ? '' : ` ${yearOf(from)}`;
    return `${first}${year}${joint}${last} ${yearOf(to)}`;
  };

/** How many months a span is that begins with one; null where it does not. */
function calendarMonths(from: string, to: string): number | null {
  return from.endsWith('-01') ? wholeMonths(from, to) : null;
}

function quarterOf({ from, to }: Span): number | null {
  const month = dayOf(from).getUTCMonth();
  return calendarMonths(from, to) === 3 && month % 3 === 0 ? month / 3 : null;
}

const quarterCode =
  (letter: string): Shape =>
  (span) => {
    const quarter = quarterOf(span);
    return quarter === null ? null : `${letter}${String(quarter + 1)} ${yearOf(span.from)}`;
  };

const quarterName: Shape = (span, language) => {
  const quarter = quarterOf(span);
  return quarter === null ? null : `${quarters[language][quarter] ?? ''} ${yearOf(span.from)}`;
};

const year: Shape = ({ from, to }) =>
  wholeMonths(from, to) === 12 && from.endsWith('-01-01') ? yearOf(from) : null;

const days: Shape = ({ from, to }) => `${numericDay(from)} – ${numericDay(to)}`;

/** Ways in which institutions write the period of a number; the first that can say one is used where none is known. */
const shapes: readonly Shape[] = [
  months(' – '),
  months('–'),
  months(' - '),
  months('-'),
  months(' à '),
  months(' to '),
  months(' إلى '),
  quarterCode('T'),
  quarterCode('Q'),
  quarterName,
  year,
  days,
];

/**
 * The label of a period, written as that of another one was: with the same joint, the same kind of quarter, the same capital letter. Pure.
 *
 * @param like a period with its label; null for the usual way
 * @example periodLabel({ from: '2023-08-01', to: '2023-10-31' }, 'fr', null) // 'Août – octobre 2023'
 */
export function periodLabel(span: Span, language: Language, like: (Span & { label: string }) | null): string {
  const fold = (text: string) => text.trim().toLocaleLowerCase(locales[language]);
  const same = like && shapes.find((shape) => fold(shape(like, language) ?? '') === fold(like.label));
  const written = [...(same ? [same] : []), ...shapes].map((shape) => shape(span, language));
  const label = written.find((one) => one !== null) ?? '';
  const first = like?.label.trim().at(0) ?? '';
  const isSmall = same != null && first !== first.toLocaleUpperCase(locales[language]);
  return isSmall ? label : label.charAt(0).toLocaleUpperCase(locales[language]) + label.slice(1);
}
