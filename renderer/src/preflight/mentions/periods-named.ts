import type { Masthead } from '../../contract/masthead';
import { fold } from './fold';
import { reference, type NamedNumber } from './numbers-named';
import { literal, publication, publicationKind } from './publication-words';
import { timeAt, type NamedTime } from './spans-of-time';

/** A time that a text gives as the issue's period. */
interface NamedPeriod {
  time: NamedTime;
  /** The author's words: “août 2026”. */
  written: string;
  /** Whether it may also be the date of something that the issue tells. */
  doubtful: boolean;
}

/** Between the newsletter's name or number and its period: a separator, “du mois de”, “for”, “لشهر”. */
const link =
  /^(?<separator> ?[-|:•·,;(/[] ?| )?(?<word>(?:le |the )?(?:mois de |mois d'|du mois de |du mois d'|de |du |d'|of |for |from |pour |عن |لشهر |عن شهر |شهر |بتاريخ )*|(?:ل(?=\p{L})))/u;
/** Words before “de juillet” that say what the whole issue tells; the second kind also tells of one event. */
const news = 'nouvelles|actualites?|actus?|infos?|news|essentiel';
const newsAr = 'اخبار|مستجدات';
const highlights = 'temps forts|faits marquants|moments forts|sommaire|highlights|roundup|digest';
/** “Prochain numéro : septembre” is of another issue. */
const otherIssue = /(?:prochaine?|next|upcoming|precedente?|derniere?|last|previous) ?$/u;

/** After its period: “our July newsletter”. */
const englishNoun = / (?:issue|edition|newsletter|bulletin)(?!\p{L})(?! of )/gu;

interface Anchor {
  start: number;
  end: number;
  /** The newsletter's name or number: here a year alone is a period too. */
  own: boolean;
  /** Whether what follows needs a connecting word: “nouvelles de juillet”. */
  linked: boolean;
  doubtful: boolean;
}

/**
 * The times that a text gives as the issue's period, in any of the three languages. A date in a subject or preheader is mostly
 * that of an event, a deadline or a figure (“inscriptions jusqu'au 15 décembre”, “l'encours au deuxième trimestre 2023”), so a
 * time counts only where this grammar has it, on folded text:
 *
 * - directly after the newsletter's name, the issue's number or a word for a publication, with a separator or a preposition
 *   between: “AMANEWS – juillet 2026”, “N° 242 | T3 2026”, “bulletin du mois de juin”, العدد 242 – غشت 2026;
 * - directly before such a word, in English: “our July newsletter”;
 * - after words for what the whole issue tells: “les nouvelles de juin”, أخبار شهر غشت;
 * - alone: the whole text, or (doubtful) a part of a subject between separators, with its year.
 *
 * It is doubtful where more text follows that may belong to it: after a colon (“N° 242 : septembre 2026, le Salon ouvre”),
 * for a single day, or without a year. A year alone counts after the name or the number only, and is doubtful unless the
 * text ends there.
 */
export function periodsNamed(
  written: string,
  { title }: Pick<Masthead, 'title'>,
  numbers: readonly NamedNumber[],
  isSubject: boolean,
): NamedPeriod[] {
  const { text, written: original } = fold(written);
  const found = new Map<number, NamedPeriod>();
  const add = (time: NamedTime | null, doubtful: boolean): void => {
    if (time === null || (found.get(time.end)?.doubtful ?? true) === false) return;
    found.set(time.end, { time, written: original(time.start, time.end), doubtful });
  };
  const name = literal(fold(title).text);
  for (const anchor of anchorsIn(text, name, numbers)) {
    const before = text.slice(Math.max(0, anchor.start - 60), anchor.start);
    if (otherIssue.test(before)) continue;
    const { separator = '', word = '' } = link.exec(text.slice(anchor.end, anchor.end + 60))?.groups ?? {};
    const time = timeAt(text, anchor.end + separator.length + word.length);
    if (time === null || (anchor.linked && (word.trim() === '' || separator.trim() !== ''))) continue;
    const rest = text.slice(time.end, time.end + 120);
    if (!anchor.own && isOfOther(rest, name)) continue;
    const doubt = doubtOf(time, rest, anchor, separator.trim(), word.trim());
    if (doubt !== null) add(time, doubt || anchor.doubtful || reference.test(before));
  }
  for (const time of timesBeforeNouns(text)) {
    const before = text.slice(Math.max(0, time.start - 60), time.start);
    if (!otherIssue.test(before)) add(time, reference.test(before));
  }
  for (const start of partStarts(text)) {
    const time = timeAt(text, start);
    if (time === null || time.unsure || time.unit === 'year') continue;
    const rest = text.slice(time.end);
    if (start === 0 && rest.trim() === '') add(time, false);
    else if (isSubject && partEnd.test(rest) && time.dated && (time.unit === 'month' || time.joined))
      add(time, true);
  }
  return [...found.values()];
}

/** Places after which a period may stand. */
function anchorsIn(text: string, name: string, numbers: readonly NamedNumber[]): Anchor[] {
  const ends = (words: string, rest: Omit<Anchor, 'start' | 'end'>): Anchor[] =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'gu'))].map(
      (match) => ({
        ...rest,
        start: match.index,
        end: match.index + match[0].length,
      }),
    );
  return [
    ...ends(name, { own: true, linked: false, doubtful: false }),
    ...numbers.map(({ start, end }) => ({ start, end, own: true, linked: false, doubtful: false })),
    ...ends(`(?:${publication}|عدد)${publicationKind}`, { own: false, linked: false, doubtful: false }),
    ...ends(newsAr, { own: false, linked: false, doubtful: false }),
    ...ends(news, { own: false, linked: true, doubtful: false }),
    ...ends(highlights, { own: false, linked: true, doubtful: true }),
  ];
}

/** “L'édition de septembre du Salon” is not the newsletter's. */
function isOfOther(rest: string, name: string): boolean {
  const other = /^ (?:du|de|des|d'|of|for) ?(?:la |l'|the )?/u.exec(rest)?.[0];
  const named = new RegExp(`^(?:notre |our )?(?:${name}|${publication})(?!\\p{L})`, 'u');
  return other !== undefined && !named.test(rest.slice(other.length));
}

/** Whether a time after an anchor is doubtful; null if it is not a period of the issue. */
function doubtOf(
  time: NamedTime,
  rest: string,
  { own }: Anchor,
  separator: string,
  word: string,
): boolean | null {
  const ends = /^ ?[)\]]?[ .!]*$/u.test(rest);
  if (time.unit === 'year') {
    if (!own || (!ends && (separator === ':' || !/^ ?[-|:,)\]·•]/u.test(rest)))) return null;
    return !ends;
  }
  const parted = ends || /^ ?[-|:,;)\]·•.(]/u.test(rest);
  if (time.unsure && !ends) return null;
  if (!time.dated && word === '' && !(time.unit === 'day' ? ends : parted)) return null;
  if (ends) return false;
  if (separator === ':' || separator === ',') return true;
  return word === '' && (time.unit === 'day' || !time.dated);
}

/** Times directly before a noun, in English: “our July newsletter”. */
function timesBeforeNouns(text: string): NamedTime[] {
  return [...text.matchAll(englishNoun)].flatMap(({ index }) => {
    const from = Math.max(0, index - 40);
    const words = [...text.slice(from, index).matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)];
    const times = words.map((word) => timeAt(text, from + word.index));
    const time = times.find((one) => one !== null && one.end === index && one.unit !== 'year');
    return time ? [time] : [];
  });
}

/** Where a text begins, and where it goes on after a separator. */
function partStarts(text: string): number[] {
  return [
    0,
    ...[...text.matchAll(/(?: - |[|:•·()[\]]) ?(?=\S)/gu)].map((match) => match.index + match[0].length),
  ];
}
const partEnd = /^ ?(?:$|- |[|:•·()[\]])/u;
