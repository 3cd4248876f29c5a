import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import type { LibraryFile } from '../../model/library-file';
import { insertPicture } from './insert-picture';
import { pictureOf } from './stored-picture';

interface Change {
  add?: { id: object; at: number };
  remove?: object;
}
const key = new PluginKey<DecorationSet>('uploads');

/** Marks the places of pictures that are still on their way to the media library; the places follow what is typed meanwhile. */
export const Uploads = Extension.create({
  name: 'uploads',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, places) {
          const mapped = places.map(transaction.mapping, transaction.doc);
          const { add, remove } = (transaction.getMeta(key) ?? {}) as Change;
          if (remove)
            return mapped.remove(
              mapped.find(undefined, undefined, ({ id }: { id?: object }) => id === remove),
            );
          if (!add) return mapped;
          return mapped.add(transaction.doc, [Decoration.widget(add.at, marker, { id: add.id })]);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function marker(): HTMLElement {
  return Object.assign(document.createElement('span'), { className: 'body-upload' });
}

/**
 * Uploads a picture and puts it where it was dropped or pasted; nowhere when that place is gone by then.
 *
 * @returns the file, as the media library has it
 * @throws whatever the upload throws; the text is as it was
 */
export async function placeUpload(
  editor: Editor,
  upload: () => Promise<LibraryFile>,
  at = editor.state.selection.to,
): Promise<LibraryFile> {
  const id = {};
  editor.view.dispatch(editor.state.tr.setMeta(key, { add: { id, at } } satisfies Change));
  try {
    const file = await upload();
    const [place] = editor.isDestroyed ? [] : placesOf(editor, id);
    if (place) insertPicture(editor, pictureOf(file), place.from);
    return file;
  } finally {
    if (!editor.isDestroyed)
      editor.view.dispatch(editor.state.tr.setMeta(key, { remove: id } satisfies Change));
  }
}

function placesOf(editor: Editor, id: object): Decoration[] {
  return (
    key.getState(editor.state)?.find(undefined, undefined, (spec: { id?: object }) => spec.id === id) ?? []
  );
}
