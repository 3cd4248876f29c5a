import { dashboardSchema, mostPeriods, type Dashboard } from '@nachra/renderer';
import { addMonths } from './move-dates';
import { numericDay } from './period-label';

/** A dashboard as a number has it: what is copied for the next one. */
export interface DashboardTemplate {
  documentId: string;
  title: string;
  asOf: string;
  figures: unknown;
}

/** A dashboard for the next number, with a period to fill in. */
export interface MovedDashboard {
  title: string;
  asOf: string;
  figures: Pick<Dashboard, 'periods' | 'groups'>;
  /** What the new column is called. */
  period: string;
}

/**
 * Copies a dashboard with one more period, whose figures are all missing: as many months after the newest one as the number is long, at
 * the end where the newest stands. The oldest is left out where there is no room for both. A title that names the old day names the new one.
 * Pure.
 *
 * @param months how far to move on
 * @returns null for figures that are none
 */
export function moveFigures(dashboard: DashboardTemplate, months: number): MovedDashboard | null {
  const read = dashboardSchema.safeParse({
    ...objectOf(dashboard.figures),
    title: 'figures',
    asOf: '2000-01-01',
  });
  if (!read.success) return null;
  const { periods, groups } = read.data;
  const newest = periods.reduce((one, other) => (other.end > one.end ? other : one));
  const oldest = periods.reduce((one, other) => (other.end < one.end ? other : one));
  const leftOut = periods.length < mostPeriods ? -1 : periods.indexOf(oldest);
  const isFirst = periods.length > 1 && periods[0] === newest;
  const end = addMonths(newest.end, months);
  const label = labelOf(newest, end);
  const period = { label, end, partial: !end.endsWith('-12-31'), inMail: newest.inMail };
  const withNew = <Item>(items: readonly Item[], item: Item): Item[] => {
    const kept = items.filter((_, at) => at !== leftOut);
    return isFirst ? [item, ...kept] : [...kept, item];
  };
  return {
    title: dashboard.title.replaceAll(numericDay(dashboard.asOf), numericDay(end)),
    asOf: end,
    period: label,
    figures: {
      periods: withNew(periods, period),
      groups: groups.map((group) => ({
        ...group,
        indicators: group.indicators.map((row) => ({ ...row, values: withNew(row.values, null) })),
      })),
    },
  };
}

/** Written as the newest one is: as a day, or as a year where both are a year's last day. */
function labelOf({ label, end }: { label: string; end: string }, moved: string): string {
  const year = end.slice(0, 4);
  const isYear = label.trim() === year && moved.endsWith('-12-31');
  if (isYear) return moved.slice(0, 4);
  if (label.includes(end)) return label.replace(end, moved);
  const day = numericDay(end);
  return label.includes(day) ? label.replace(day, numericDay(moved)) : numericDay(moved);
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
