import type { Block } from '@nachra/renderer';
import type { Editor, JSONContent } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEffect, useLayoutEffect } from 'react';

import { readBody } from '../document/stored-form';
import { elementsOf, layBeside, startOfBlock, type Gap } from './beside-blocks';

/** Another text whose blocks stand beside those of the one that is written. */
export interface Beside {
  /** The least heights of the blocks, in pixels, in their order. */
  heights: readonly number[];
  /** Blocks that the other text has and this one lacks, each with what is put there for it. */
  gaps: readonly (Omit<Gap, 'onFill'> & { block: Block })[];
  /** Called with the elements of blocks and gaps, in their order, whenever they may stand elsewhere. */
  onLaidOut: (elements: readonly HTMLElement[]) => void;
}

/** Keeps the blocks of an editor beside those of another text; does nothing where there is none. */
export function useBeside(editor: Editor, beside: Beside | undefined): void {
  const { heights, gaps, onLaidOut } = beside ?? {};
  useLayoutEffect(() => {
    if (heights === undefined || gaps === undefined) return;
    const filled = gaps.map(({ block, ...gap }) => ({
      ...gap,
      onFill: () => fillGap(editor, gap.before, block),
    }));
    layBeside(editor, { heights, gaps: filled });
  }, [editor, heights, gaps]);

  useEffect(() => {
    if (onLaidOut === undefined) return undefined;
    const tell = (): void => onLaidOut(elementsOf(editor));
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

/** Puts a block before the one of that number, in place of a text that is empty, and the caret into it. */
function fillGap(editor: Editor, before: number, block: Block): void {
  const { doc } = editor.state;
  const [content] = readBody([block]).content ?? [];
  if (content === undefined || !editor.isEditable) return;
  const isEmpty = doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.content.size === 2;
  const start = isEmpty ? 0 : startOfBlock(doc, before);
  const place = isEmpty ? { from: 0, to: doc.content.size } : start;
  editor
    .chain()
    .insertContentAt(place, content satisfies JSONContent, { updateSelection: false })
    .command(({ tr }) => {
      tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1)));
      return true;
    })
    .focus()
    .run();
}
