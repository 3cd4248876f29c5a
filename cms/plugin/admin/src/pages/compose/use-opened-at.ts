import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

import type { KeyedSection } from './drafts/drafts';
import { isOfArticles, type Selection } from './structure/selection';

/** Once, what the address that led here asks for: a place of the contract, or an article. */
export function useOpenedAt(
  sections: readonly KeyedSection[],
  goTo: (place: string) => void,
  select: (selection: Selection) => void,
): void {
  const [query, setQuery] = useSearchParams();
  const { state } = useLocation() as { state: unknown };
  const [at, documentId] = [query.get('at'), query.get('article')];
  useEffect(() => {
    if (at === null && documentId === null) return;
    if (at !== null) goTo(at);
    const holder = sections.find(
      (section) => isOfArticles(section) && documentId !== null && section.articles.includes(documentId),
    );
    if (holder && documentId !== null) select({ is: 'article', key: holder.key, documentId });
    // Not to lead there again when the page is read anew; a comment that is looked at stays.
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('at');
        next.delete('article');
        return next;
      },
      { replace: true, state },
    );
  }, [at, documentId, sections, goTo, select, setQuery, state]);
}
