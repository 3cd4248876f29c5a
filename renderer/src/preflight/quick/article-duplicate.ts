import { articlesOf } from '../../contract/places';
import type { Rule } from '../rule';

/** The same article is not printed twice in one issue. Articles without an id cannot be told apart. */
export const articleDuplicate: Rule = {
  name: 'article-duplicate',
  severity: 'warning',
  check: ({ issue, find }) => {
    const first = new Map<string, string>();
    return articlesOf(issue).flatMap(({ place, value: { id, title } }) => {
      if (id === undefined) return [];
      const other = first.get(id);
      if (other !== undefined) return [find(place, { title, other })];
      first.set(id, place);
      return [];
    });
  },
};
