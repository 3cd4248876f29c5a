import { useMemo } from 'react';

import type { AnswerOf } from '../../../../../shared/desk';
import { useListCommentsQuery } from '../../../api/reviews';
import { useWhileVisible } from '../../../hooks/use-while-visible';
import type { KeyedSection } from '../drafts/drafts';

/** How often the server is asked what others have said meanwhile, in milliseconds. */
const ASKED_EVERY = 10_000;

/** What people say about the number, and what saying something takes. */
export interface Commenting extends AnswerOf<'listComments'> {
  documentId: string;
  sections: readonly KeyedSection[];
  /** Stores what is typed: a comment lies on a place of what is stored. */
  before: () => Promise<boolean>;
}

/** The comments of the number, as the server lists them; null until it has. */
export function useCommenting(
  documentId: string,
  sections: readonly KeyedSection[],
  before: () => Promise<boolean>,
): Commenting | null {
  const { data } = useListCommentsQuery(documentId, { pollingInterval: useWhileVisible(ASKED_EVERY) });
  return useMemo(
    () => (data === undefined ? null : { ...data, documentId, sections, before }),
    [data, documentId, sections, before],
  );
}

/** What nobody has settled. Pure. */
export function openComments({ comments }: Pick<Commenting, 'comments'>): Commenting['comments'] {
  return comments.filter(({ settled }) => settled === null);
}
