import { useEffect, useMemo, useRef } from 'react';

import type { Composition } from '../../../../../shared/desk';
import type { Written } from '../drafts/use-drafts';
import type { Mending } from '../../../live/NoteLine';
import { textPlace, withText } from './mended';

/**
 * Mends texts in the drafts of the page, each as a step that can be taken back. What can be mended is asked when something is said anew,
 * which is after each key; so this stays the same object meanwhile.
 *
 * @param may what the person may save
 */
export function useMending(
  issueId: string,
  { drafts, step }: Written,
  may: Composition['may'],
  isLocked: boolean,
): Mending | null {
  const latest = useRef(drafts);
  useEffect(() => {
    latest.current = drafts;
  }, [drafts]);
  return useMemo(() => {
    if (isLocked) return null;
    return {
      can(mend) {
        const at = textPlace(mend, latest.current, issueId);
        return (
          at !== null && may[at.document.type] && withText(latest.current, at, mend.from, mend.to) !== null
        );
      },
      apply(mend) {
        const at = textPlace(mend, latest.current, issueId);
        if (at === null) return;
        step({
          undo: 'compose.undo.mend',
          make: (now) => withText(now, at, mend.from, mend.to),
          back: (now) => withText(now, at, mend.to, mend.from),
        });
      },
    };
  }, [issueId, step, may, isLocked]);
}
