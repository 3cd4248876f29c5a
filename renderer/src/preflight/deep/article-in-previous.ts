import { articlesOf } from '../../contract/places';
import type { DeepRule } from './inspection';

/** No article was in the previous issue already. Articles without an id cannot be compared. */
export const articleInPrevious: DeepRule = {
  name: 'article-in-previous',
  severity: 'warning',
  check: ({ issue, previous, find }) => {
    if (!previous) return [];
    const known = new Set(articlesOf(previous).map(({ value: { id } }) => id));
    return articlesOf(issue)
      .filter(({ value: { id } }) => id !== undefined && known.has(id))
      .map(({ place, value: { title } }) => find(place, { title, number: previous.masthead.number }));
  },
};
