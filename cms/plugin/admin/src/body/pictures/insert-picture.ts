import type { Editor } from '@tiptap/core';

import type { StoredPicture } from './picture-file';

/** Pictures that were just put in and whose view has not asked for their alternative text yet. */
const fresh = new WeakSet<object>();

/** Whether a picture was just put in; true once. */
export function wasFresh(image: object): boolean {
  return fresh.delete(image);
}

/**
 * Puts a picture in and asks for its alternative text: behind the block that the place lies in, never within a list or a table,
 * or in the place of an empty paragraph.
 *
 * @param at a position of the document; where the caret is, by default
 */
export function insertPicture(editor: Editor, image: StoredPicture, at?: number): void {
  const { state, view } = editor;
  const picture = state.schema.nodes['picture']?.create({ image });
  if (!picture) return;
  fresh.add(image);
  const place = state.doc.resolve(Math.min(at ?? state.selection.to, state.doc.content.size));
  const outer = place.depth === 0 ? null : place.node(1);
  const isEmpty = outer?.type.name === 'paragraph' && outer.content.size === 0;
  const from = outer === null ? place.pos : isEmpty ? place.before(1) : place.after(1);
  const to = isEmpty ? place.after(1) : from;
  view.dispatch(state.tr.replaceWith(from, to, picture).scrollIntoView());
}
