import type { Masthead } from '../../contract/masthead';
import { numbersNamed } from '../mentions/numbers-named';
import type { Rule } from '../rule';

/**
 * Subject, title, preheader and period name no number but the issue's own: last month's subject under a new number cannot be
 * called back, and stands in the archive. Where the number may be a reference or that of something else it is a warning.
 *
 * @see numbersNamed for what counts as a number of an issue
 */
export const otherNumber: Rule = {
  name: 'other-number',
  severity: 'error',
  check: ({ issue: { masthead }, find }) =>
    announcementsOf(masthead).flatMap(({ place, text }) => {
      const context = { ...masthead, institution: masthead.brand.name };
      return numbersNamed(text, context, place === 'masthead.title')
        .filter(({ numbers }) => !numbers.includes(masthead.number))
        .map(({ written, numbers, doubtful }) => {
          const values = { text: written, other: numbers.join(', '), number: masthead.number };
          return find(place, values, doubtful ? 'warning' : 'error');
        });
    }),
};

/** The texts by which an issue announces itself, with their places. */
export function announcementsOf({ subject, title, preheader, period }: Masthead): {
  place: string;
  text: string;
}[] {
  return [
    { place: 'masthead.subject', text: subject },
    { place: 'masthead.title', text: title },
    { place: 'masthead.preheader', text: preheader },
    { place: 'masthead.period.label', text: period.label },
  ];
}
