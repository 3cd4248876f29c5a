import type { Indicator, Period } from '../contract/dashboard';

/** The comparison of an indicator's newest value with an older one. */
export type Comparison =
  /** Two comparable values. `ratio` is the change as a share of the older value; null if a share would be misleading. */
  | {
      kind: 'change';
      against: Period;
      basis: 'date' | 'period' | 'like';
      difference: number;
      ratio: number | null;
    }
  /** Part of a period with only full ones before it: both values can be shown, but not compared. */
  | { kind: 'unlike'; against: Period; value: number }
  /** The newest period has no value; `last` is the newest known one. */
  | { kind: 'missing'; last: { period: Period; value: number } | null }
  | { kind: 'alone' };

interface Known {
  period: Period;
  value: number;
}

/**
 * Compares an indicator's newest value with the newest comparable older one. A stock is compared with the stock at any other
 * date. A flow is compared with a flow over the same length of time: a full period with a full one, part of a year with the
 * part that ended on the same day of another year. Periods without a value are skipped, and the result names its period.
 */
export function compare({ values, measure, unit }: Indicator, periods: readonly Period[]): Comparison {
  const known = periods.flatMap((period, index): Known[] => {
    const value = values[index] ?? null;
    return value === null ? [] : [{ period, value }];
  });
  const newest = known.at(-1);
  if (newest?.period !== periods.at(-1)) return { kind: 'missing', last: newest ?? null };
  if (newest === undefined) return { kind: 'alone' };

  const older = known.slice(0, -1).reverse();
  const like = measure === 'stock' ? older[0] : older.find(({ period }) => alike(period, newest.period));
  if (like === undefined) {
    const whole = newest.period.partial ? older.find(({ period }) => !period.partial) : undefined;
    return whole ? { kind: 'unlike', against: whole.period, value: whole.value } : { kind: 'alone' };
  }
  const difference = newest.value - like.value;
  return {
    kind: 'change',
    against: like.period,
    basis: measure === 'stock' ? 'date' : newest.period.partial ? 'like' : 'period',
    difference,
    // There is no share of zero, and a share of a negative value has the wrong sign.
    ratio: unit === 'percent' || like.value <= 0 ? null : difference / like.value,
  };
}

/** Whether two periods are equally long: both full, or both up to the same day of a year. */
function alike(one: Period, other: Period): boolean {
  if (one.partial !== other.partial) return false;
  return !one.partial || one.end.slice(5) === other.end.slice(5);
}
