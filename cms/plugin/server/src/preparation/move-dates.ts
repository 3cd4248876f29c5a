/** The days of a number, each `YYYY-MM-DD`. */
export interface IssueDates {
  periodFrom: string;
  periodTo: string;
  publicationDate: string;
}

const dayMs = 86_400_000;

/** Midnight of a day, in UTC: days are counted, hours are not. */
export function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A day some days later. @example addDays('2023-07-31', 1) // '2023-08-01' */
export function addDays(date: string, days: number): string {
  return isoDay(new Date(dayOf(date).getTime() + days * dayMs));
}

/** A day some months later; the last day of a month stays one. @example addMonths('2023-06-30', 3) // '2023-09-30' */
export function addMonths(date: string, months: number): string {
  const day = dayOf(date);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const kept = isLastOfMonth(date) ? last : Math.min(day.getUTCDate(), last);
  return isoDay(new Date(Date.UTC(year, month, kept)));
}

function isLastOfMonth(date: string): boolean {
  return addDays(date, 1).endsWith('-01');
}

/** How many whole months a span of days is; null where it is none. */
export function wholeMonths(from: string, to: string): number | null {
  if (!from.endsWith('-01') || !isLastOfMonth(to) || to < from) return null;
  const [first, last] = [dayOf(from), dayOf(to)];
  const years = last.getUTCFullYear() - first.getUTCFullYear();
  return years * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
}

function daysBetween(from: string, to: string): number {
  return Math.round((dayOf(to).getTime() - dayOf(from).getTime()) / dayMs);
}

/**
 * The dates of the number after another one: its period begins where the other's ends and is as long, in whole months if that was, and
 * it is published as many days after its end. Pure.
 *
 * @example moveDates({ periodFrom: '2023-05-01', periodTo: '2023-07-31', publicationDate: '2023-07-31' })
 * // { periodFrom: '2023-08-01', periodTo: '2023-10-31', publicationDate: '2023-10-31' }
 */
export function moveDates({ periodFrom, periodTo, publicationDate }: IssueDates): IssueDates {
  const from = addDays(periodTo, 1);
  const months = wholeMonths(periodFrom, periodTo);
  const to =
    months === null ? addDays(from, daysBetween(periodFrom, periodTo)) : addDays(addMonths(from, months), -1);
  return {
    periodFrom: from,
    periodTo: to,
    publicationDate: addDays(to, daysBetween(periodTo, publicationDate)),
  };
}
