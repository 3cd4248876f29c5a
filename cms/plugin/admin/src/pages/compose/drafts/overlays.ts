import type { LiveRequest } from '../../../../../shared/desk';
import { changesOf, unkeyed, type Draft, type Drafts, type KeyedSection } from './drafts';

/** What is typed and not stored, by document. Pure. */
export function overlaysOf({ issue, articles, dashboards }: Drafts): Omit<LiveRequest, 'page'> {
  const { sections, ...fields } = changesOf(issue);
  const ofAll = (all: Readonly<Record<string, Draft<object>>>) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([documentId, draft]) => {
        const changes = changesOf(draft);
        return Object.keys(changes).length > 0 ? [[documentId, changes] as const] : [];
      }),
    );
  return {
    issue: {
      ...fields,
      ...(sections === undefined ? {} : { sections: unkeyed(sections as KeyedSection[]) }),
    },
    articles: ofAll(articles),
    dashboards: ofAll(dashboards),
  };
}
