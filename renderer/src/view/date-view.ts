import { datesInWords, dayParts, type DayParts } from './typography/write-dates';
import type { ViewContext } from './context';

/** One day or several: as a block of day and month, and in words. */
export interface DateView {
  words: string;
  from: DayParts;
  /** The last day, if there are several. */
  to: DayParts | null;
  /** Whether both days are in one month, which the block then shows once. */
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
