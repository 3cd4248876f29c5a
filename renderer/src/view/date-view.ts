import { datesInWords, dayParts, type DayParts } from './typography/dates';
import type { ViewContext } from './context';

/** Days as a reader scans them: a block of day and month, and the whole in words. */
export interface DateView {
  words: string;
  from: DayParts;
  /** The last day, when there are several. */
  to: DayParts | null;
  /** The block shows the month once when both days share it. */
  sameMonth: boolean;
}

/** The view of one day, or of the days from `start` to `end`. */
export function dateView(start: string, end: string | undefined, { words }: ViewContext): DateView {
  const several = end !== undefined && end !== start;
  return {
    words: datesInWords(start, end, words),
    from: dayParts(start, words),
    to: several ? dayParts(end, words) : null,
    sameMonth: several && start.slice(0, 7) === end.slice(0, 7),
  };
}
