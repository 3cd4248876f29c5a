/** Days as texts, `YYYY-MM-DD`: the calendar of whoever prepares a number. All of it is pure. */

const dayMs = 86_400_000;
const daysInMonth = 365.25 / 12;

/** Midnight of a day, in UTC: days are counted, hours are not. */
export function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** A day, or the last one there is for what lies after it: a year that was mistyped as 9999 has none after it. */
export function isoDay(date: Date): string {
  return date.getUTCFullYear() > 9999 ? '9999-12-31' : date.toISOString().slice(0, 10);
}

/** A day some days later. @example addDays('2023-07-31', 1) // '2023-08-01' */
export function addDays(date: string, days: number): string {
  return isoDay(new Date(dayOf(date).getTime() + days * dayMs));
}

/** A day some months later; the last day of a month stays one. @example addMonths('2023-06-30', 3) // '2023-09-30' */
export function addMonths(date: string, months: number): string {
  return inMonth(date, months, isLastOfMonth(date) ? 31 : dayOf(date).getUTCDate());
}

/** A day of the month some months after a date's, or the last of that month. */
export function inMonth(date: string, months: number, wanted: number): string {
  const [year, month] = [dayOf(date).getUTCFullYear(), dayOf(date).getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return isoDay(new Date(Date.UTC(year, month, Math.min(wanted, last))));
}

function isLastOfMonth(date: string): boolean {
  return addDays(date, 1).endsWith('-01');
}

/** How many whole months a span of days is, from any day of a month to the day before it; null where it is none. */
export function wholeMonths(from: string, to: string): number | null {
  const [first, after] = [dayOf(from), dayOf(addDays(to, 1))];
  if (to < from || after.getUTCDate() !== first.getUTCDate()) return null;
  const years = after.getUTCFullYear() - first.getUTCFullYear();
  return years * 12 + after.getUTCMonth() - first.getUTCMonth();
}

/** How many months a span of days comes nearest to, one at least. */
export function nearestMonths(from: string, to: string): number {
  return wholeMonths(from, to) ?? Math.max(1, Math.round((daysBetween(from, to) + 1) / daysInMonth));
}

/** How many days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayOf(to).getTime() - dayOf(from).getTime()) / dayMs);
}

/** “31/07/2023”: how the three languages write a day in figures. */
export function numericDay(date: string): string {
  const [y = '', m = '', d = ''] = date.split('-');
  return `${d}/${m}/${y}`;
}

/** The name of a date's month, as a part of the world writes it. @param locale BCP 47 */
export function monthIn(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(dayOf(date));
}
