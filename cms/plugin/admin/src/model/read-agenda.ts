import { westernDigits } from './figure-text';
import { readDay } from './read-day';

/** An entry of an agenda as it was read; a day is `YYYY-MM-DD`. */
export interface ReadEntry {
  title: string;
  /** Null where the line has no day. */
  startDate: string | null;
  endDate: string | null;
  place: string | null;
  url: string | null;
}

const latin = 'jan|f[ée]v|feb|mar|avr|apr|mai|may|juin|jun|juil|jul|ao[uû]|aug|sep|oct|nov|d[ée]c';
const arabic =
  'يناير|فبراير|مارس|[أا]بريل|مايو?|يونيو|يوليوز?|غشت|أغسطس|شتنبر|سبتمبر|[أا]كتوبر|نونبر|نوفمبر|دجنبر|ديسمبر';
const month = `(?:(?:${latin})\\p{L}*\\.?|(?:${arabic}))(?!\\p{L})`;
const ordinal = '(?:er|st|nd|rd|th)?';
const year = '(?:\\d{4}|\\d{2})(?!\\d)';
/** One day: in figures, or with its month in words before or behind it. */
const piece = [
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  `\\d{1,2}[./]\\d{1,2}(?:[./]${year})?`,
  `\\d{1,2}-\\d{1,2}-${year}`,
  `\\d{1,2}${ordinal}(?: of)? ${month}(?:,? \\d{4}(?!\\d))?`,
  `${month} \\d{1,2}${ordinal}(?!\\d)(?:,? \\d{4}(?!\\d))?`,
].join('|');
const weekdays =
  '(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ال(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد))';
const before = `(?<![\\p{L}\\p{N}])(?:(?:du|le|les|from|on|من|يوم|يومي) )?(?:${weekdays},? )?`;
const joint = ` ?(?:-|–|—|au|et|to|and|until|إلى|الى|حتى|و) ?(?:le )?(?:${weekdays},? )?`;
const span = new RegExp(`${before}(?<from>${piece}|\\d{1,2}${ordinal})${joint}(?<to>${piece})`, 'iu');
const american = new RegExp(
  `${before}(?<month>${month}) (?<from>\\d{1,2}) ?[-–] ?(?<to>\\d{1,2})(?!\\d)(?:,? (?<year>\\d{4}))?`,
  'iu',
);
const single = new RegExp(`${before}(?<from>${piece})(?![\\p{L}\\p{N}])`, 'iu');

const bullet = /^\s*(?:[-–—•*·▪]|\d{1,2}[.)])\s+/;
/** “à 9 h 30 :” behind the day is said of what follows. */
const atHour = /^(?:[àa] |at |على الساعة |الساعة )(?=\d)/iu;
const edges = /^[\s:,،;؛.–—|()-]+|[\s:,،;؛–—|(-]+$/g;
const apart = /\t+|\s+[–—|•·-]\s+|\s*[;؛]\s*/;

/**
 * Reads a list of dates as people write and copy it, one on each line, in three languages: “12 au 14 septembre 2023 : Salon, Agadir”,
 * “Forum – Rabat – 12/09/2023”, “September 12, 2023: Fair (Fès)”, “12 شتنبر 2023: منتدى، الرباط”, or the cells of a sheet. Pure.
 *
 * @param near a day without a year is the next one from three months before this day on, `YYYY-MM-DD`
 */
export function readAgenda(text: string, near: string): ReadEntry[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const bare = line.replace(bullet, '').trim();
    return bare === '' ? [] : [readLine(bare, near)];
  });
}

function readLine(line: string, near: string): ReadEntry {
  const url = /https?:\/\/\S+/.exec(line)?.[0] ?? null;
  const said = url === null ? line : line.replace(url, ' ');
  // One character for one: where something stands is the same in both.
  const plain = westernDigits(said).replace(/[\u00a0\u202f\t]/g, ' ');
  const days = daysIn(plain, near);
  const rest = days === null ? said : `${said.slice(0, days.at)}\t${said.slice(days.at + days.length)}`;
  const [title = '', ...more] = rest
    .split(apart)
    .map((part) => part.replaceAll(edges, '').trim().replace(atHour, ''))
    .filter((part) => part !== '');
  const { startDate = null, endDate = null } = days ?? {};
  if (more.length > 0) return { title, startDate, endDate, place: more.join(', '), url };
  const [, called, place] = /^(.{3,}?)\s*[(,،]\s*([^(),،]{2,60}?)\)?$/u.exec(title) ?? [];
  return { title: called ?? title, startDate, endDate, place: place ?? null, url };
}

interface Days {
  startDate: string;
  endDate: string | null;
  /** Where they stand in the line. */
  at: number;
  length: number;
}

function daysIn(plain: string, near: string): Days | null {
  return spanIn(plain, near) ?? americanIn(plain, near) ?? singleIn(plain, near);
}

function spanIn(plain: string, near: string): Days | null {
  const match = span.exec(plain);
  const { from = '', to = '' } = match?.groups ?? {};
  const endDate = match && dayOf(to, near);
  if (!match || !endDate) return null;
  const isBare = /^\d{1,2}\D{0,2}$/.test(from);
  const startDate = isBare
    ? `${endDate.slice(0, 8)}${from.replace(/\D/g, '').padStart(2, '0')}`
    : dayOf(from, endDate);
  if (!startDate || startDate > endDate) return null;
  return { startDate, endDate, at: match.index, length: match[0].length };
}

function americanIn(plain: string, near: string): Days | null {
  const match = american.exec(plain);
  if (!match) return null;
  const { month: named, from, to, year: written = '' } = match.groups ?? {};
  const [startDate, endDate] = [from, to].map((day) => dayOf(`${named} ${day} ${written}`.trim(), near));
  if (!startDate || !endDate || startDate > endDate) return null;
  return { startDate, endDate, at: match.index, length: match[0].length };
}

function singleIn(plain: string, near: string): Days | null {
  const match = single.exec(plain);
  const startDate = match && dayOf(match.groups?.['from'] ?? '', near);
  return match && startDate ? { startDate, endDate: null, at: match.index, length: match[0].length } : null;
}

/** A day as it is written, with the year that fits where it has none. */
function dayOf(written: string, near: string): string | null {
  const whole = readDay(written);
  if (whole !== null) return whole;
  const from = new Date(`${near}T00:00:00Z`);
  from.setUTCMonth(from.getUTCMonth() - 3);
  const first = from.toISOString().slice(0, 10);
  const separator = /^[\d./]+$/.test(written) ? '/' : ' ';
  for (const nth of [0, 1]) {
    const day = readDay(`${written}${separator}${from.getUTCFullYear() + nth}`);
    if (day !== null && day >= first) return day;
  }
  return null;
}
