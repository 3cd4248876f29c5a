import { useState } from 'react';

import type { ArticleChoice, Language } from '../../../../../shared/desk';
import { uids } from '../../../../../shared/uids';
import { useCreateDocument } from '../../../api/save-documents';
import type { Saving } from '../drafts/use-saving';
import type { Written } from '../drafts/use-drafts';
import { withArticles } from './arrange';
import type { ArticleRow } from './ArticleRows';

/** An article that is there already; `state` is null where that is not known yet. */
type Added = Pick<ArticleChoice, 'documentId' | 'title'> & Pick<ArticleRow, 'state'>;

/** The articles of the page, and how more come into it. */
export interface Articles {
  rows: Readonly<Record<string, ArticleRow>>;
  /** Puts chosen ones into a section, and has that saved. */
  add: (key: string, choices: readonly Added[]) => void;
  /** Writes a new one into a section. @returns its id; null where it was refused */
  create: (key: string, article: { title: string; kind: string }) => Promise<string | null>;
  /** Why the last one was refused. */
  error: unknown;
}

export function useArticles({ drafts, arrange }: Written, saving: Saving, language: Language): Articles {
  const [added, setAdded] = useState<Readonly<Record<string, ArticleRow>>>({});
  const [error, setError] = useState<unknown>(null);
  const [createDocument] = useCreateDocument();
  const put = (key: string, documentIds: readonly string[]): void => {
    arrange((sections) => withArticles(sections, key, documentIds));
    // What is in a section is read with it: so it is saved at once. After this rendering, which has the new sections.
    setTimeout(() => void saving.save());
  };
  return {
    rows: {
      ...added,
      ...Object.fromEntries(
        Object.entries(drafts.articles).map(([documentId, { form, state }]) => [
          documentId,
          { title: form.title ?? '', state },
        ]),
      ),
    },
    add(key, choices) {
      const rows = choices.map(({ documentId, title, state }) => [documentId, { title, state }] as const);
      setAdded((all) => ({ ...all, ...Object.fromEntries(rows) }));
      put(
        key,
        choices.map(({ documentId }) => documentId),
      );
    },
    async create(key, { title, kind }) {
      const answer = await createDocument({
        collectionType: 'collection-types',
        model: uids.article,
        data: { title, kind, language },
      });
      const documentId = answer.data?.data?.documentId;
      setError(answer.error ?? null);
      if (documentId === undefined) return null;
      setAdded((all) => ({ ...all, [documentId]: { title, state: 'draft' } }));
      put(key, [documentId]);
      return documentId;
    },
    error,
  };
}
