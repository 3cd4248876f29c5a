import { useEffect } from 'react';

import type { Written } from './use-drafts';

/** Ctrl+Z outside of any text takes back the last step; within one it is the browser's, or the editor's. */
export function useUndoKey({ undo }: Pick<Written, 'undo'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!isUndo || event.defaultPrevented || undo === null || isText(event.target)) return;
      event.preventDefault();
      undo.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo]);
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
