import { westernDigits } from './figure-text';

/** How months begin in the three languages, from January; those of Morocco, Egypt and the Levant. */
const months: readonly RegExp[] = [
  /^(?:jan|يناير|كانون الثاني)/,
  /^(?:f[ée]v|feb|فبراير|شباط)/,
  /^(?:mars?$|march|مارس|آذار)/,
  /^(?:avr|apr|أبريل|ابريل|نيسان)/,
  /^(?:mai$|may|ماي|مايو|أيار)/,
  /^(?:juin|june?$|يونيو|حزيران)/,
  /^(?:juil|july?$|يوليوز|يوليو|تموز)/,
  /^(?:ao[uû]|aug|غشت|أغسطس|آب)/,
  /^(?:sep|شتنبر|سبتمبر|أيلول)/,
  /^(?:oct|أكتوبر|اكتوبر|تشرين الأول)/,
  /^(?:nov|نونبر|نوفمبر|تشرين الثاني)/,
  /^(?:d[ée]c|دجنبر|ديسمبر|كانون الأول)/,
];

const numeric = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{2}|\d{4})$/;
const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[t ].*)?$/;
const dayFirst =
  /^(\d{1,2})(?:er|st|nd|rd|th)?[\s./-]+(?:of\s+)?(\p{L}+(?:\s\p{L}+)?)\.?[\s./,-]+(\d{2}|\d{4})$/u;
const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

/**
 * Reads a day as people and spreadsheets write it: `30/09/2023`, `30.9.23`, `30 septembre 2023`, `Sep 30, 2023`, `٣٠/٠٩/٢٠٢٣`. In figures
 * the day comes first, but where only the second can be one. Pure.
 *
 * @returns `YYYY-MM-DD`, or null for what is no day
 */
export function readDay(text: string): string | null {
  const plain = westernDigits(text)
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  const iso = yearFirst.exec(plain);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, one, two, year] = numeric.exec(plain) ?? [];
  if (one !== undefined) {
    const [day, month] = Number(two) > 12 ? [Number(two), Number(one)] : [Number(one), Number(two)];
    return dayOf(yearOf(year), month, day);
  }
  const named = dayFirst.exec(plain);
  if (named) return dayOf(yearOf(named[3]), monthOf(named[2]), Number(named[1]));
  const american = monthFirst.exec(plain);
  return american ? dayOf(yearOf(american[3]), monthOf(american[1]), Number(american[2])) : null;
}

/** A stored day as it is written in figures in all three languages; anything else as it is. Pure. */
export function showDay(day: string | null): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  return year === undefined ? (day ?? '') : `${date}/${month}/${year}`;
}

function yearOf(written = ''): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function monthOf(name = ''): number {
  return months.findIndex((month) => month.test(name)) + 1;
}

/** Null for a day that the calendar has not. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return isThere ? date.toISOString().slice(0, 10) : null;
}
