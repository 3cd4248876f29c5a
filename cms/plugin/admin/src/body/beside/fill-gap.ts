import type { Block } from '@nachra/renderer';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';

import { readBody } from '../document/stored-form';

/** Where the block of that number begins in a document. */
export function startOfBlock(document: Node, number: number): number {
  let start = 0;
  for (let at = 0; at < Math.min(number, document.childCount); at += 1) start += document.child(at).nodeSize;
  return start;
}

/** Puts a block before the one of that number, in place of a text that is empty, and the caret into it. */
export function fillGap(editor: Editor, before: number, block: Block): void {
  const { doc } = editor.state;
  const [content] = readBody([block]).content ?? [];
  if (content === undefined || !editor.isEditable) return;
  const isEmpty = doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.content.size === 2;
  const start = isEmpty ? 0 : startOfBlock(doc, before);
  const place = isEmpty ? { from: 0, to: doc.content.size } : start;
  editor
    .chain()
    .insertContentAt(place, content, { updateSelection: false })
    .command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve(start + 1)));
      return true;
    })
    .focus()
    .run();
}
