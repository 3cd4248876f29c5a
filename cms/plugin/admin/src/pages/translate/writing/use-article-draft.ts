import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import type { ArticleForm, SideBySide } from '../../../../../shared/desk';
import {
  changesOf,
  draftInLine,
  isChanged,
  nameOf,
  type Draft,
  type SavedDocuments,
} from '../../compose/drafts/drafts';
import { keptDrafts } from '../../compose/drafts/kept-drafts';

/** What is typed in one article. */
interface ArticleDraft {
  draft: Draft<ArticleForm>;
  type: (fields: ArticleForm) => void;
  documents: SavedDocuments;
  /** Whether what was typed before the page was opened was brought back. */
  isBroughtBack: boolean;
  /** Whether this browser keeps what is typed: it has no room, or may not. */
  isKept: boolean;
}

/**
 * Holds what is typed in one article, in line with what the server has, and has the browser keep it until it is stored there: under
 * the same name as the composer, so that either page brings back what was typed in the other.
 *
 * @param personId of whoever types
 */
export function useArticleDraft(article: SideBySide['article'], personId: string): ArticleDraft {
  const { documentId } = article;
  const kept = useMemo(() => keptDrafts(personId, () => window.localStorage), [personId]);
  const name = useMemo(() => ({ type: 'article', documentId }) as const, [documentId]);
  const stored = (one: typeof article) => ({ revision: one.revision, fields: one.form });
  const [draft, setDraft] = useState(() =>
    draftInLine<ArticleForm>(undefined, stored(article), kept.read()[nameOf(name)]),
  );
  const [seen, setSeen] = useState(article);
  const isKept = useSyncExternalStore(kept.subscribe, kept.isKeeping);
  const [isBroughtBack] = useState(() => isChanged(draft));
  // In the midst of rendering: a page that showed the old state first would flicker.
  if (seen !== article) {
    setSeen(article);
    setDraft(draftInLine(draft, stored(article), undefined));
  }

  useEffect(() => {
    if (isChanged(draft)) kept.keep(nameOf(name), draft.revision, changesOf(draft));
    else kept.forget(nameOf(name));
  }, [draft, kept, name]);

  const type = useCallback((fields: ArticleForm) => {
    setDraft((now) => ({ ...now, form: { ...now.form, ...fields } }));
  }, []);
  const documents = useMemo(
    (): SavedDocuments => ({
      changed: isChanged(draft) ? [name] : [],
      draftOf: (asked) => (nameOf(asked) === nameOf(name) ? draft : undefined),
      onStored: (_, sent, revision) =>
        setDraft((now) => ({ ...now, revision, saved: { ...now.saved, ...sent } })),
    }),
    [draft, name],
  );
  return { draft, type, documents, isBroughtBack, isKept };
}
