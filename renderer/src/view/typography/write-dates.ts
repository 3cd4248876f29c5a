import { fill, type Words } from '../emails/words';

/** The parts of a calendar day that a date block shows. */
export interface DayParts {
  day: string;
  month: string;
  monthShort: string;
  year: string;
}

/** Splits `YYYY-MM-DD`, with the month as a word; no time zone is involved. */
export function dayParts(date: string, words: Words): DayParts {
  const [year = '', month = '', day = ''] = date.split('-');
  const index = Number(month) - 1;
  return {
    day: day === '01' ? words.dates.firstOfMonth : String(Number(day)),
    month: words.months[index] ?? month,
    monthShort: words.monthsShort[index] ?? month,
    year,
  };
}

/** One day in words: “23 juin 2023”. */
export function dateInWords(date: string, words: Words): string {
  const parts = dayParts(date, words);
  return fill(words.dates.day, { toDay: parts.day, toMonth: parts.month, toYear: parts.year });
}

/** Several days in words: “du 2 au 7 mai 2023”, with month and year twice only if they differ; one day if they are equal. */
export function datesInWords(from: string, to: string | undefined, words: Words): string {
  if (to === undefined || to === from) return dateInWords(from, words);
  const start = dayParts(from, words);
  const end = dayParts(to, words);
  return fill(patternFor(from, to, words), {
    fromDay: start.day,
    fromMonth: start.month,
    fromYear: start.year,
    toDay: end.day,
    toMonth: end.month,
    toYear: end.year,
  });
}

function patternFor(from: string, to: string, words: Words): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return words.dates.sameMonth;
  return from.slice(0, 4) === to.slice(0, 4) ? words.dates.sameYear : words.dates.acrossYears;
}
