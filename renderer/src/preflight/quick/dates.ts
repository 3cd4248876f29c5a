import type { Issue } from '../../contract/issue';
import { articlesOf, type Placed } from '../../contract/places';
import type { Rule } from '../rule';

interface Dated {
  title: string;
  start: string;
  end: string;
  /** The field with the start. */
  field: string;
  /** Whether it may be after the issue's period, because it is announced. */
  ahead: boolean;
}

/** Dates are within the issue's period or announced. More than a year ahead is a wrong year, not an announcement. */
export const dateOutsidePeriod: Rule = {
  name: 'date-outside-period',
  severity: 'warning',
  check: ({ issue, find }) => {
    const { from, to } = issue.masthead.period;
    const lastAhead = `${Number(to.slice(0, 4)) + 1}${to.slice(4)}`;
    return datedOf(issue)
      .filter(({ value: { start, end, ahead } }) => {
        const last = end < start ? start : end;
        return last < from || start > (ahead ? lastAhead : to);
      })
      .map(({ place, value: { title, start, field } }) =>
        find(`${place}.${field}`, { title, date: { date: start }, period: { from, to } }),
      );
  },
};

/** An event does not end before it starts; such an issue must not be sent. */
export const eventEndsBeforeStart: Rule = {
  name: 'event-ends-before-start',
  severity: 'error',
  check: ({ issue, find }) =>
    datedOf(issue)
      .filter(({ value: { start, end } }) => end < start)
      .map(({ place, value: { title, start, end } }) =>
        find(`${place}.end`, { title, start: { date: start }, end: { date: end } }),
      ),
};

/** Everything with a date in an issue: events, meetings, entries of an agenda. */
function datedOf(issue: Issue): Placed<Dated>[] {
  const articles = articlesOf(issue).flatMap(({ place, value }): Placed<Dated>[] => {
    if (value.kind === 'event') return [{ place, value: days(value) }];
    if (value.kind !== 'governance-meeting') return [];
    const { title, date } = value;
    return [{ place, value: { title, start: date, end: date, field: 'date', ahead: false } }];
  });
  const agenda = issue.sections.flatMap((section, at) =>
    section.type === 'agenda'
      ? section.entries.map((entry, index) => ({
          place: `sections[${at}].entries[${index}]`,
          value: days(entry),
        }))
      : [],
  );
  return [...articles, ...agenda];
}

function days({ title, start, end = start }: { title: string; start: string; end?: string }): Dated {
  return { title, start, end, field: 'start', ahead: true };
}
