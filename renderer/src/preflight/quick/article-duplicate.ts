import { articlesOf } from '../../contract/places';
import type { Rule } from '../rule';

/** An issue contains each article once. Articles without an id cannot be compared. */
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
