import { saysSomething } from '../../view/body-view';
import { articlesOf } from '../../contract/places';
import type { Rule } from '../rule';

/** An article has text below its title; for a meeting, its facts are enough. */
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
