import { addDays, dayOf, daysBetween, inMonth, wholeMonths } from './days';

/** The days of a number, each `YYYY-MM-DD`. */
export interface IssueDates {
  periodFrom: string;
  periodTo: string;
  publicationDate: string;
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
    months === null
      ? addDays(from, daysBetween(periodFrom, periodTo))
      : addDays(inMonth(from, months, dayOf(periodFrom).getUTCDate()), -1);
  return {
    periodFrom: from,
    periodTo: to,
    publicationDate: addDays(to, daysBetween(periodTo, publicationDate)),
  };
}
