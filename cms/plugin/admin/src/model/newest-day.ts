import { readDay, showDay } from './read-day';
import type { PeriodRow } from './sheet';
import { readSheet } from './stored-sheet';

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** The last day of the newest of some stored figures' periods, `YYYY-MM-DD`; null where none has one. Pure. */
export function newestDay(stored: unknown): string | null {
  const ends = readSheet(stored).periods.flatMap(({ end }) => (isDay(end) ? [end] : []));
  return ends.sort().at(-1) ?? null;
}

/**
 * What day a dashboard is as of once its figures are others: it follows the last day of the newest period where it was that day, there and
 * back. Pure.
 *
 * @returns null where it stays
 */
export function followingDay(asOf: string | null, before: unknown, after: unknown): string | null {
  const [was, is] = [newestDay(before), newestDay(after)];
  return was !== null && is !== null && was === asOf && is !== was ? is : null;
}

/** Periods whose last day was changed get it as their label too, where the label was that day in figures. Pure. */
export function withFollowingLabels(before: readonly PeriodRow[], after: readonly PeriodRow[]): PeriodRow[] {
  return after.map((period, at) => {
    const [was, is] = [before[at]?.end ?? null, period.end];
    const { label } = period;
    const isSame = before.length === after.length && label === before[at]?.label && was !== is;
    if (!isSame || !isDay(was) || !isDay(is) || label === null || /\p{L}/u.test(label)) return period;
    return readDay(label) === was ? { ...period, label: showDay(is) } : period;
  });
}

/** Whether a period is called by another day than its last one. Pure. */
export function isOtherDay({ label, end }: PeriodRow): boolean {
  const named = readDay(label ?? '');
  return named !== null && isDay(end) && named !== end;
}
