import type { Finding, Severity } from '../../contract/finding';
import type { Masthead } from '../../contract/masthead';
import { fold } from '../mentions/fold';
import { holds, names, relationOf, type Relation } from '../mentions/compare-time';
import { numbersNamed } from '../mentions/numbers-named';
import { periodsNamed } from '../mentions/periods-named';
import { timeIn, type NamedTime } from '../mentions/spans-of-time';
import type { Inspection, Rule } from '../rule';
import { announcementsOf } from './other-number';

/**
 * The period's label says the days of the period, and subject, title and preheader announce no other one.
 *
 * A label is read whole. It may be coarser than the period (a weekly of “Juillet 2026”); if it covers only part of the
 * period, or passes its bounds, that is a warning, and an error if it has no day of it. In the other fields only what is
 * said as the issue's period counts, and any part of the period will do. Without a year, a month is of the year that fits.
 * The month of publication is a warning, because some name an issue by it.
 *
 * @see periodsNamed for what counts as said of the issue
 */
export const otherPeriod: Rule = {
  name: 'other-period',
  severity: 'error',
  check: ({ issue: { masthead }, find }) =>
    announcementsOf(masthead).flatMap(({ place, text }) =>
      place === 'masthead.period.label'
        ? labelFindings(masthead, find)
        : announced(masthead, place, text).map(({ written, severity }) =>
            find(place, { text: written, period: daysOf(masthead) }, severity),
          ),
    ),
};

function labelFindings(masthead: Masthead, find: Inspection['find']): Finding[] {
  const { label } = masthead.period;
  const time = timeIn(withoutNumbers(label, masthead));
  if (time === null || names(time, daysOf(masthead))) return [];
  const apart = relationOf(time, daysOf(masthead)) === 'apart';
  const values = { text: label.trim(), period: daysOf(masthead) };
  return [find('masthead.period.label', values, apart ? 'error' : 'warning')];
}

/** A folded label without the issue's number: “N° 12/2026” is not December. */
function withoutNumbers(label: string, masthead: Masthead): string {
  return numbersNamed(label, { ...masthead, institution: masthead.brand.name }).reduce(
    (text, { start, end, numbers: [first = ''] }) =>
      text.slice(0, start) +
      text
        .slice(start, end)
        .replace(String(first), ' ')
        .padEnd(end - start) +
      text.slice(end),
    fold(label).text,
  );
}

interface Announced {
  written: string;
  severity: Severity;
}

function announced(masthead: Masthead, place: string, text: string): Announced[] {
  const numbers = numbersNamed(text, { ...masthead, institution: masthead.brand.name });
  const isSubject = place === 'masthead.subject';
  const named = place === 'masthead.title' ? titled(text) : periodsNamed(text, masthead, numbers, isSubject);
  return named.flatMap(({ time, written, doubtful }): Announced[] => {
    const relation: Relation = relationOf(time, daysOf(masthead));
    if (relation === 'within') return [];
    const published = holds(time, masthead.publicationDate);
    if (published && time.unit === 'day') return [];
    return [{ written, severity: doubtful || published || relation === 'across' ? 'warning' : 'error' }];
  });
}

/** The newsletter's own title: a month with its year is out of place there, but “Horizon 2030” is a name. */
function titled(text: string): { time: NamedTime; written: string; doubtful: boolean }[] {
  const folded = fold(text);
  const time = timeIn(folded.text);
  if (time === null || time.unit === 'year' || !time.dated) return [];
  return [
    { time, written: folded.written(time.start, time.end), doubtful: /depuis|since|منذ/u.test(folded.text) },
  ];
}

function daysOf({ period: { from, to } }: Masthead): { from: string; to: string } {
  return { from, to };
}
