import type { NamedTime } from './spans-of-time';

/** Days from `from` to `to`, ISO 8601. */
interface Days {
  from: string;
  to: string;
}

/**
 * How a named time lies to a period: `within` it (or it names the period, or the month, quarter or year that the period is
 * part of), `across` its bounds, or `apart` from it.
 */
export type Relation = 'within' | 'across' | 'apart';

/** How much two stretches of time must have in common to be the same: a period may begin on a Monday. */
const leastShare = 0.75;
const dayMs = 24 * 60 * 60 * 1000;

/** Compares a named time with a period. Without a year it is of the year that fits best. */
export function relationOf(time: NamedTime, period: Days): Relation {
  const days = daysOf(time, period);
  if (days.to < period.from || days.from > period.to) return 'apart';
  if (days.from >= period.from && days.to <= period.to) return 'within';
  const coarser = days.from <= period.from && days.to >= period.to && !time.joined;
  return coarser || shareOf(days, period) >= leastShare ? 'within' : 'across';
}

/** Whether a named time is the period itself or the month, quarter or year around it, and no small part of it. */
export function names(time: NamedTime, period: Days): boolean {
  if (relationOf(time, period) !== 'within') return false;
  const days = daysOf(time, period);
  const around = days.from <= period.from && days.to >= period.to;
  // “Semaine du 3 juillet” names a week by one of its days.
  return around || time.unit === 'day' || shareOf(days, period) >= leastShare;
}

/** Whether a day lies in a named time. */
export function holds(time: NamedTime, day: string): boolean {
  const days = daysOf(time, { from: day, to: day });
  return days.from <= day && days.to >= day;
}

function daysOf({ first, last }: NamedTime, period: Days): Days {
  if (first.year !== null && last.year !== null) return inYear(first.year, last.year);
  const around = Number(period.from.slice(0, 4));
  const years = [around, around + 1, around - 1];
  const candidates = years.map((year) => inYear(year, last.month < first.month ? year + 1 : year));
  return candidates.find(({ from, to }) => from <= period.to && to >= period.from) ?? inYear(around, around);

  function inYear(one: number, other: number): Days {
    const end = last.day ?? new Date(Date.UTC(other, last.month, 0)).getUTCDate();
    return { from: iso(one, first.month, first.day ?? 1), to: iso(other, last.month, end) };
  }
}

function shareOf(one: Days, other: Days): number {
  const common = lengthOf({
    from: one.from > other.from ? one.from : other.from,
    to: one.to < other.to ? one.to : other.to,
  });
  return common / (lengthOf(one) + lengthOf(other) - common);
}

function lengthOf({ from, to }: Days): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / dayMs + 1);
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
