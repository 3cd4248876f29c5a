import type { Indicator, Period } from '../contract/dashboard';

/** What may be said of an indicator's newest value beside an older one. */
export type Comparison =
  /** Like with like. `ratio` is the change as a share of the older value; null where a share would say nothing. */
  | {
      kind: 'change';
      against: Period;
      basis: 'date' | 'period' | 'like';
      difference: number;
      ratio: number | null;
    }
  /** Part of a period, and only whole ones before it: both can be told, not weighed against each other. */
  | { kind: 'unlike'; against: Period; value: number }
  /** The newest period has no value; `last` is the newest that is known. */
  | { kind: 'missing'; last: { period: Period; value: number } | null }
  | { kind: 'alone' };

interface Known {
  period: Period;
  value: number;
}

/**
 * Compares an indicator's newest value with the newest older one that is like it. A stock compares with the stock at any
 * other day. A flow compares with a flow over as much time: a whole period with a whole one, a part of a year with the
 * part that ended on the same day of another year. A period without a value is passed over, and the one taken is named.
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
    // Nothing is a share of zero, and a share of a loss reads the wrong way round.
    ratio: unit === 'percent' || like.value <= 0 ? null : difference / like.value,
  };
}

/** Whether flows over two periods are over as much time: both whole, or both up to the same day of a year. */
function alike(one: Period, other: Period): boolean {
  if (one.partial !== other.partial) return false;
  return !one.partial || one.end.slice(5) === other.end.slice(5);
}
