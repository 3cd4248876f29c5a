import { languages, mostPeriods } from '@nachra/renderer';
import {
  filled,
  needsWords,
  readFigures,
  type StoredFigures,
  type Texts,
} from '../content/figures/stored-figures';
import { addMonths, numericDay } from './days';
import { moveDay } from './move-day';
import type { DashboardTemplate } from './template';

/** A dashboard for the next number, with a period to fill in. */
export interface MovedDashboard {
  title: string;
  asOf: string;
  figures: StoredFigures;
  /** What the new column is called. */
  period: string;
  /** What the oldest column was called, where it had to go for the new one; null where there was room for both. */
  leftOut: string | null;
}

/**
 * Copies a dashboard with one more period, whose figures are all missing: as many months after the newest one as the number is long, at
 * the end where the newest stands. The oldest is left out where there is no room for both. Titles and labels that name the old day, in
 * figures or in words, name the new one, in every language they are written in. Pure.
 *
 * @param months how far to move on
 * @returns null for figures that are none
 */
export function moveFigures(
  dashboard: Omit<DashboardTemplate, 'copiedFrom'>,
  months: number,
): MovedDashboard | null {
  const read = readFigures(dashboard.figures);
  if (read === null) return null;
  const { periods, groups } = read;
  const newest = periods.reduce((one, other) => (other.end > one.end ? other : one));
  const oldest = periods.reduce((one, other) => (other.end < one.end ? other : one));
  const leftOut = periods.length < mostPeriods ? -1 : periods.indexOf(oldest);
  const isFirst = periods.length > 1 && periods[0] === newest;
  const end = addMonths(newest.end, months);
  const label = labelOf(newest.label, newest.end, end);
  const labels = inEach(newest.labels, (other) => {
    const written = labelOf(other, newest.end, end);
    return written === label && !needsWords(label) ? undefined : written;
  });
  const period = {
    ...{ label, ...filled('labels', labels), end, partial: !end.endsWith('-12-31') },
    inMail: newest.inMail,
  };
  const withNew = <Item>(items: readonly Item[], item: Item): Item[] => {
    const kept = items.filter((_, at) => at !== leftOut);
    return isFirst ? [item, ...kept] : [...kept, item];
  };
  const moved = (text: string): string => moveDay(text, dashboard.asOf, end);
  return {
    title: moved(dashboard.title),
    asOf: end,
    period: label,
    leftOut: leftOut < 0 ? null : oldest.label,
    figures: {
      ...(read.language && { language: read.language }),
      ...filled('titles', inEach(read.titles, moved)),
      periods: withNew(periods, period),
      groups: groups.map(({ titles, ...group }) => ({
        ...group,
        ...{ title: moved(group.title), ...filled('titles', inEach(titles, moved)) },
        indicators: group.indicators.map(({ labels: others, ...row }) => ({
          ...row,
          ...{ label: moved(row.label), ...filled('labels', inEach(others, moved)) },
          // A total names its rows by their labels.
          ...(row.sumOf && { sumOf: row.sumOf.map((way) => way.map(moved)) }),
          values: withNew(row.values, null),
        })),
      })),
    },
  };
}

/** Written as the newest one is: as a day, or as a year where both are a year's last day. */
function labelOf(label: string, end: string, moved: string): string {
  const isYear = label.trim() === end.slice(0, 4) && moved.endsWith('-12-31');
  if (isYear) return moved.slice(0, 4);
  const written = moveDay(label, end, moved);
  return written === label ? numericDay(moved) : written;
}

function inEach(texts: Texts | undefined, write: (text: string) => string | undefined): Texts {
  const written: Texts = {};
  for (const language of languages) {
    const text = texts?.[language];
    const anew = text === undefined ? undefined : write(text);
    if (anew !== undefined) written[language] = anew;
  }
  return written;
}
