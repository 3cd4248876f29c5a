import { Extension, type AnyExtension } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';

import { Picture, UnknownBlock } from './atoms';
import { blocks } from './blocks';
import { ListKeys } from './lists';
import { marks } from './marks';
import { tables } from './tables';

const History = Extension.create({
  name: 'history',
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (command: typeof undo) => () => command(this.editor.state, this.editor.view.dispatch);
    return { 'Mod-z': run(undo), 'Mod-y': run(redo), 'Mod-Shift-z': run(redo) };
  },
});

const Cursors = Extension.create({
  name: 'cursors',
  addProseMirrorPlugins: () => [dropCursor(), gapCursor()],
});

/** The grammar of bodies as the editor knows it, with its keys. */
export const extensions: AnyExtension[] = [
  ...blocks,
  ...marks,
  ...tables,
  Picture,
  UnknownBlock,
  ListKeys,
  History,
  Cursors,
];
