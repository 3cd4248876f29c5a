import { monthIn } from './days';

/** How dates are written in a language, or in a part of the world where it is written. */
interface Writing {
  locale: string;
  /** How the first day of a month is written, where it is not written as the others. */
  first?: string;
  /** Whether `d’avril` stands for `de avril`. */
  elides?: boolean;
}

/** The months of Morocco before those of Egypt and of the Levant: where they share a name, it is Morocco’s. */
const writings: readonly Writing[] = [
  { locale: 'fr-FR', first: '1er', elides: true },
  { locale: 'en-GB' },
  { locale: 'ar-MA-u-nu-latn' },
  { locale: 'ar-EG-u-nu-latn' },
  { locale: 'ar-SY-u-nu-latn' },
];

const arabicDigits = '٠١٢٣٤٥٦٧٨٩';
/** What may stand behind the number of a day. */
const ordinal = '(?:er|st|nd|rd|th)?';

/**
 * Writes another day into a text, wherever it names the old one: in figures, in words of any of the three languages, or by its month and
 * year alone. Pure.
 *
 * @param from `YYYY-MM-DD`
 * @example moveDay('Situation au 30 juin 2023', '2023-06-30', '2023-09-30') // 'Situation au 30 septembre 2023'
 */
export function moveDay(text: string, from: string, to: string): string {
  if (from === to) return text;
  return writings.reduce((moved, writing) => inWords(moved, from, to, writing), inFigures(text, from, to));
}

function inFigures(text: string, from: string, to: string): string {
  const [[year, month, day], [newYear, newMonth, newDay]] = [partsOf(from), partsOf(to)];
  const bounded = (pattern: string) => new RegExp(`(?<![\\d٠-٩])${pattern}(?![\\d٠-٩])`, 'gu');
  const dayFirst = bounded(`${lenient(day)}([./-])${lenient(month)}\\1${digits(year)}`);
  const yearFirst = bounded(`${digits(year)}([./-])${digits(month)}\\1${digits(day)}`);
  return text
    .replace(dayFirst, (written: string, mark: string) => {
      const isShort = /^.[./-]|[./-].[./-]/u.test(written);
      const [d, m] = isShort ? [short(newDay), short(newMonth)] : [newDay, newMonth];
      return likeDigits(`${d}${mark}${m}${mark}${newYear}`, written);
    })
    .replace(yearFirst, (written: string, mark: string) =>
      likeDigits([newYear, newMonth, newDay].join(mark), written),
    );
}

function inWords(text: string, from: string, to: string, { locale, first, elides }: Writing): string {
  const [[year, , day], [newYear, , newDay]] = [partsOf(from), partsOf(to)];
  const [name, newName] = [monthIn(from, locale), monthIn(to, locale)];
  const numbered = (written: string): string =>
    first !== undefined && newDay === '01'
      ? first
      : `${short(newDay)}${/[snrt][tdh]$/iu.test(written) ? englishOrdinal(Number(newDay)) : ''}`;
  const month = (written: string): string => likeCapitals(newName, written);
  const dayFirst = new RegExp(
    `(?<![\\d٠-٩])(${lenient(day)}${ordinal})(\\s+(?:of\\s+)?)(${name})(,?\\s+)(${digits(year)})(?![\\d٠-٩])`,
    'giu',
  );
  const monthFirst = new RegExp(
    `(?<!\\p{L})(${name})(\\s+)(${lenient(day)}${ordinal})(,?\\s+)(${digits(year)})(?!\\d)`,
    'giu',
  );
  const monthAlone = new RegExp(
    `(?<![\\d٠-٩]${ordinal}\\s*)(?<!\\p{L})(?:(d[’'])|(de\\s))?(${name})(\\s+)(${digits(year)})(?![\\d٠-٩])`,
    'giu',
  );
  return text
    .replace(
      dayFirst,
      (_, d: string, gap: string, m: string, mark: string, y: string) =>
        `${likeDigits(numbered(d), d)}${gap}${month(m)}${mark}${likeDigits(newYear, y)}`,
    )
    .replace(
      monthFirst,
      (_, m: string, gap: string, d: string, mark: string, y: string) =>
        `${month(m)}${gap}${likeDigits(numbered(d), d)}${mark}${likeDigits(newYear, y)}`,
    )
    .replace(
      monthAlone,
      (_, elided: string | undefined, full: string | undefined, m: string, gap: string, y: string) => {
        const before = elided ?? full ?? '';
        const isOpen = /^[aeéiouy]/iu.test(newName);
        const joint = before !== '' && elides ? (isOpen ? 'd’' : 'de ') : before;
        return `${joint}${month(m)}${gap}${likeDigits(newYear, y)}`;
      },
    );
}

function partsOf(date: string): [year: string, month: string, day: string] {
  const [year = '', month = '', day = ''] = date.split('-');
  return [year, month, day];
}

const short = (digitsOfPart: string): string => String(Number(digitsOfPart));

/** A pattern for a number in the digits of either script. */
function digits(written: string): string {
  return [...written].map((digit) => `[${digit}${arabicDigits[Number(digit)] ?? ''}]`).join('');
}

/** The same with or without its first nought. */
function lenient(written: string): string {
  return written.startsWith('0') ? `[0٠]?${digits(written.slice(1))}` : digits(written);
}

/** With the digits of the other script where the old text had them. */
function likeDigits(written: string, like: string): string {
  return /[٠-٩]/u.test(like)
    ? written.replace(/\d/g, (digit) => arabicDigits[Number(digit)] ?? digit)
    : written;
}

function likeCapitals(written: string, like: string): string {
  const capital = like.charAt(0);
  const isBig = capital !== capital.toLowerCase();
  const head = isBig ? written.charAt(0).toUpperCase() : written.charAt(0).toLowerCase();
  const isShouted = like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase();
  return isShouted ? written.toUpperCase() : head + written.slice(1);
}

function englishOrdinal(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
