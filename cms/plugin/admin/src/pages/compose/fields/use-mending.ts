import { useMemo } from 'react';

import type { Composition } from '../../../../../shared/desk';
import type { Written } from '../drafts/use-drafts';
import type { Mending } from '../../../live/NoteLine';
import { textPlace, withText } from './mended';

/** Mends texts in the drafts of the page, each as a step that can be taken back. @param may what the person may save */
export function useMending(
  issueId: string,
  { drafts, step }: Written,
  may: Composition['may'],
  isLocked: boolean,
): Mending | null {
  return useMemo(() => {
    if (isLocked) return null;
    return {
      can(mend) {
        const at = textPlace(mend, drafts, issueId);
        return at !== null && may[at.document.type] && withText(drafts, at, mend.from, mend.to) !== null;
      },
      apply(mend) {
        const at = textPlace(mend, drafts, issueId);
        if (at === null) return;
        step({
          undo: 'compose.undo.mend',
          make: (now) => withText(now, at, mend.from, mend.to),
          back: (now) => withText(now, at, mend.to, mend.from),
        });
      },
    };
  }, [issueId, drafts, step, may, isLocked]);
}
