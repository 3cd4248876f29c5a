import { anyOf, monthNumbers, needsYear, ordinalNumbers } from './calendar-words';

/** A stretch of time as a text names it: “15 juin”, “T3 2026”, “mai – juillet 2023”. */
export interface NamedTime {
  /** Where it stands in the folded text. */
  start: number;
  end: number;
  /** How coarse its parts are. */
  unit: 'day' | 'month' | 'months' | 'year';
  /** Whether it joins several parts: a range or a list. */
  joined: boolean;
  /** Whether a year is written. */
  dated: boolean;
  /** A word that is a month only if nothing else follows: “may”. */
  unsure: boolean;
  first: MonthDay;
  last: MonthDay;
}

/** A day, or a whole month; the year is null until it is known. */
interface MonthDay {
  year: number | null;
  month: number;
  day: number | null;
}

type Part = Omit<NamedTime, 'joined'>;

const year = '(?<year>(?:19|20)\\d\\d)(?!\\d)';
const ofYear = `(?: ?[-/,]? ?(?:de l'annee |de |of |من سنة |لسنة |سنة |عام |من عام |من )?${year})?`;
const month = `(?<month>${anyOf(monthNumbers.keys())})(?![\\p{L}\\p{N}])\\.?`;
const day = '(?:er|st|nd|rd|th)?';
const ordinal = `(?<ordinal>${anyOf(ordinalNumbers.keys())})`;
const halves = 'semestre|half(?: year)?|half-year';
const halvesAr = '(?:ال)?(?:نصف|اسدس|اسدوس|سداسي)';
const quartersAr = '(?:ال)?(?:ربع|فصل)';

/** Every way to write a part, first match wins. */
const forms: readonly [form: RegExp, read: (groups: Record<string, string | undefined>) => Found | null][] = [
  [/(?<year>(?:19|20)\d\d)-(?<mm>\d\d)(?:-(?<dd>\d\d))?(?!\d)/uy, numeric],
  [/(?<dd>\d\d?)[/.](?<mm>\d\d?)[/.](?<year>(?:19|20)\d\d)(?!\d)/uy, numeric],
  [/(?<mm>\d\d?) ?[/-] ?(?<year>(?:19|20)\d\d)(?!\d)/uy, numeric],
  [
    sticky(`(?<dd>\\d\\d?)${day}(?: ?- ?| au | to | الي | a )(?<to>\\d\\d?)${day} (?:of )?${month}${ofYear}`),
    named,
  ],
  [sticky(`(?<dd>\\d\\d?)${day} (?:of )?${month}${ofYear}`), named],
  [sticky(`${month} (?<dd>\\d\\d?)${day}(?: ?- ?(?<to>\\d\\d?)${day})?(?!\\d),? ?${year}`), named],
  [sticky(`(?:شهر )?[ولبف]?${month}${ofYear}`), named],
  [sticky(`[tq] ?(?<ordinal>[1-4])(?![\\p{L}\\p{N}])${ofYear}`), quarter],
  [sticky(`[sh](?<ordinal>[12])(?![\\p{L}\\p{N}])${ofYear}`), half],
  [sticky(`${ordinal} (?:trimestre|quarter)(?!\\p{L})${ofYear}`), quarter],
  [sticky(`trimestre ${ordinal}(?![\\p{L}\\p{N}])${ofYear}`), quarter],
  [sticky(`${quartersAr} ${ordinal}(?![\\p{L}\\p{N}])${ofYear}`), quarter],
  [sticky(`${ordinal} (?:${halves})(?!\\p{L})${ofYear}`), half],
  [sticky(`(?:semestre|${halvesAr}) ${ordinal}(?![\\p{L}\\p{N}])${ofYear}`), half],
  [sticky(`(?:annee |سنة |عام )?${year}(?:[-/](?<next>\\d\\d(?:\\d\\d)?)(?!\\d))?`), wholeYear],
];

type Found = Pick<Part, 'unit' | 'first' | 'last'> & { unsure?: boolean };

/** A list of months has twelve at most; a hostile text may have thousands. */
const mostParts = 12;

/** What stands between the parts of one range or list. */
const joint =
  /(?: ?[-/&+,] ?| و ?| (?:et|a|au|and|to|until|through|jusqu'au|jusqu'a|الي|حتي|الي غاية) )(?:le |fin |و)?/uy;

/** Before a range: “de mai à juillet”, “du 1er au 31 mai”, “from May to July”, “من ماي إلى يوليوز”. */
const opening = /(?:du |de |d'|from |between |entre |le |من |بين )?/uy;

/** The stretch of time that begins at a position, as long as it goes; null if there is none. */
export function timeAt(text: string, from: number): NamedTime | null {
  const first = partAt(text, from + lengthAt(opening, text, from)) ?? partAt(text, from);
  if (first === null) return null;
  const parts = [first];
  for (let last = first; ;) {
    const step = lengthAt(joint, text, last.end);
    const next = step > 0 ? partAt(text, last.end + step) : null;
    // “Mai 2023 – 15 septembre : la rentrée” is a period and an event; years stand at the end of a range or at both.
    if (next === null || parts.length === mostParts || (last.dated && !next.dated))
      return joinedOf({ ...first, start: from }, parts);
    parts.push(next);
    last = next;
  }
}

/** The whole stretch that a text names, from its first part to its last; null if it names none. */
export function timeIn(text: string): NamedTime | null {
  const parts: Part[] = [];
  for (let at = 0; at < text.length;) {
    const part = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? null : partAt(text, at);
    if (part) parts.push(part);
    at = part?.end ?? at + 1;
  }
  // “Été 2023, mai – juillet”: a year that stands alone only dates the others.
  const finer = parts.filter(({ unit }) => unit !== 'year');
  const years = parts.find(({ unit }) => unit === 'year');
  if (finer.length > 0 && years && finer.every(({ dated }) => !dated)) {
    for (const { first, last } of finer) first.year = last.year = years.first.year;
    finer.forEach((part) => (part.dated = true));
  }
  const [first, ...rest] = finer.length > 0 ? finer : parts;
  return first ? joinedOf(first, [first, ...rest]) : null;
}

function partAt(text: string, at: number): Part | null {
  for (const [form, read] of forms) {
    form.lastIndex = at;
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const found = read(groups);
    if (!found) continue;
    return { unsure: false, ...found, start: at, end: form.lastIndex, dated: groups['year'] !== undefined };
  }
  return null;
}

/** Joins parts: years are written once, mostly at the end (“novembre – janvier 2027” begins in 2026). */
function joinedOf({ start }: Part, parts: readonly Part[]): NamedTime {
  const days = parts.flatMap(({ first, last }) => (first === last ? [first] : [first, last]));
  for (let at = days.length - 2; at >= 0; at--) inherit(days[at], days[at + 1], -1);
  for (let at = 1; at < days.length; at++) inherit(days[at], days[at - 1], 1);
  const [one] = parts as [Part];
  const end = Math.max(...parts.map((part) => part.end));
  const [first, last] = [days[0], days.at(-1)] as [MonthDay, MonthDay];
  const dated = parts.some((part) => part.dated);
  return {
    start,
    end,
    unit: parts.some(({ unit }) => unit === 'day') ? 'day' : one.unit,
    joined: parts.length > 1,
    dated,
    unsure: parts.length === 1 && one.unsure && !dated,
    first,
    last,
  };
}

function inherit(day: MonthDay | undefined, known: MonthDay | undefined, step: 1 | -1): void {
  if (!day || known?.year == null || day.year !== null) return;
  const passes = step < 0 ? day.month > known.month : day.month < known.month;
  day.year = known.year + (passes ? step : 0);
}

function numeric({ year: y, mm, dd }: Record<string, string | undefined>): Found | null {
  const found = { year: Number(y), month: Number(mm), day: dd === undefined ? null : Number(dd) };
  if (found.month < 1 || found.month > 12 || found.day === 0 || (found.day ?? 1) > 31) return null;
  return { unit: found.day === null ? 'month' : 'day', first: found, last: found };
}

function named({ month: name = '', dd, to, year: y }: Record<string, string | undefined>): Found | null {
  const found = { year: y === undefined ? null : Number(y), month: monthNumbers.get(name) ?? 0 };
  if (dd === undefined) {
    const whole = { ...found, day: null };
    return { unit: 'month', first: whole, last: whole, unsure: needsYear(name) };
  }
  if (Number(dd) < 1 || Number(to ?? dd) > 31 || Number(dd) > 31) return null;
  const first = { ...found, day: Number(dd) };
  return { unit: 'day', first, last: to === undefined ? first : { ...found, day: Number(to) } };
}

function quarter(groups: Record<string, string | undefined>): Found | null {
  return monthsOf(groups, 3);
}

function half(groups: Record<string, string | undefined>): Found | null {
  return monthsOf(groups, 6);
}

function monthsOf({ ordinal: nth = '', year: y }: Record<string, string | undefined>, length: number) {
  const last = Math.min((ordinalNumbers.get(nth) ?? 0) * length, 12);
  const known = { year: y === undefined ? null : Number(y), day: null };
  return {
    unit: 'months' as const,
    first: { ...known, month: last - length + 1 },
    last: { ...known, month: last },
  };
}

function wholeYear({ year: y = '', next }: Record<string, string | undefined>): Found {
  const until = next === undefined ? Number(y) : Number(next.length === 2 ? `${y.slice(0, 2)}${next}` : next);
  return {
    unit: 'year',
    first: { year: Number(y), month: 1, day: null },
    last: { year: until, month: 12, day: null },
  };
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function sticky(pattern: string): RegExp {
  return new RegExp(pattern, 'uy');
}
