import { saysSomething } from '../../view/body-view';
import { articlesOf } from '../../contract/places';
import type { Rule } from '../rule';

/** An article says something below its title. A meeting's facts may speak for it. */
export const bodyEmpty: Rule = {
  name: 'body-empty',
  severity: 'warning',
  check: ({ issue, find }) =>
    articlesOf(issue)
      .filter(({ value: { body, standfirst, kind } }) => {
        return kind !== 'governance-meeting' && !body.some(saysSomething) && !standfirst?.trim();
      })
      .map(({ place, value: { title } }) => find(`${place}.body`, { title })),
};
