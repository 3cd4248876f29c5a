import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect } from 'react';

import { elementsOf, layBeside, type BesideLayout } from './beside-blocks';

/** Another text whose blocks stand beside those of the one that is written. */
export interface Beside extends BesideLayout {
  /** Called with the elements of blocks and gaps, in their order, whenever they may stand elsewhere. */
  onLaidOut: (elements: readonly HTMLElement[]) => void;
}

/** Keeps the blocks of an editor beside those of another text; does nothing where there is none. */
export function useBeside(editor: Editor, beside: Beside | undefined): void {
  const { heights, gaps, onLaidOut } = beside ?? {};
  useLayoutEffect(() => {
    if (heights !== undefined && gaps !== undefined) layBeside(editor, { heights, gaps });
  }, [editor, heights, gaps]);

  useEffect(() => {
    if (onLaidOut === undefined) return undefined;
    const tell = (): void => {
      if (!editor.isDestroyed) onLaidOut(elementsOf(editor));
    };
    const observer = new ResizeObserver(tell);
    observer.observe(editor.view.dom);
    editor.on('transaction', tell);
    tell();
    return () => {
      observer.disconnect();
      editor.off('transaction', tell);
    };
  }, [editor, onLaidOut]);
}
