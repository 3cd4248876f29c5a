import {
  ArrowClockwise,
  Bold,
  BulletList,
  ClockCounterClockwise,
  Code,
  Italic,
  NumberList,
  StrikeThrough,
  Underline,
} from '@strapi/icons';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from '@tiptap/pm/tables';
import type { Editor } from '@tiptap/react';
import type { ComponentType } from 'react';

import type { TextKey } from '../../model/text';
import { mostOfTable } from '../document/table-limits';
import { tableAt } from '../document/tables';

/** A button of the toolbar. */
export interface Tool {
  name: TextKey;
  icon: ComponentType;
  /** The keys that do the same, as the title says them. */
  keys?: string;
  run: (editor: Editor) => void;
  /** Of a button that is on or off. */
  isOn?: (editor: Editor) => boolean;
  isOff?: (editor: Editor) => boolean;
}

const mark = (name: string, icon: ComponentType, keys: string): Tool => ({
  name: `body.${name}` as TextKey,
  icon,
  keys,
  run: (editor) => editor.chain().focus().toggleMark(name).run(),
  isOn: (editor) => editor.isActive(name),
});

const list = (name: 'bulletList' | 'orderedList', icon: ComponentType): Tool => ({
  name: `body.${name}`,
  icon,
  run: (editor) => editor.chain().focus().toggleList(name, 'listItem').run(),
  isOn: (editor) => editor.isActive(name),
  isOff: (editor) => isInTable(editor.state),
});

export const textTools: readonly Tool[] = [
  mark('bold', Bold, 'Ctrl+B'),
  mark('italic', Italic, 'Ctrl+I'),
  mark('underline', Underline, 'Ctrl+U'),
  mark('strikethrough', StrikeThrough, 'Ctrl+⇧+X'),
  mark('code', Code, 'Ctrl+E'),
];

export const listTools: readonly Tool[] = [list('bulletList', BulletList), list('orderedList', NumberList)];

export const historyTools: readonly Tool[] = [
  {
    name: 'body.undo',
    icon: ClockCounterClockwise,
    keys: 'Ctrl+Z',
    run: (editor) => undo(editor.state, editor.view.dispatch) && editor.commands.focus(),
    isOff: ({ state }) => undoDepth(state) === 0,
  },
  {
    name: 'body.redo',
    icon: ArrowClockwise,
    keys: 'Ctrl+Y',
    run: (editor) => redo(editor.state, editor.view.dispatch) && editor.commands.focus(),
    isOff: ({ state }) => redoDepth(state) === 0,
  },
];

/** What can be done with the table that the caret is in, by words: nobody knows such icons. */
export const tableTools: readonly Omit<Tool, 'icon'>[] = [
  {
    name: 'body.table.row.add',
    run: (editor) => addRowAfter(editor.state, editor.view.dispatch),
    isOff: (editor) => (tableAt(editor)?.table.childCount ?? 0) >= mostOfTable.rows,
  },
  { name: 'body.table.row.remove', run: (editor) => deleteRow(editor.state, editor.view.dispatch) },
  {
    name: 'body.table.column.add',
    run: (editor) => addColumnAfter(editor.state, editor.view.dispatch),
    isOff: (editor) => (tableAt(editor)?.table.firstChild?.childCount ?? 0) >= mostOfTable.columns,
  },
  { name: 'body.table.column.remove', run: (editor) => deleteColumn(editor.state, editor.view.dispatch) },
  {
    name: 'body.table.header',
    run: (editor) => {
      const at = tableAt(editor);
      if (!at) return;
      const headerRow = at.table.attrs['headerRow'] !== true;
      editor.view.dispatch(editor.state.tr.setNodeAttribute(at.position, 'headerRow', headerRow));
    },
    isOn: (editor) => tableAt(editor)?.table.attrs['headerRow'] === true,
  },
  { name: 'body.table.remove', run: (editor) => deleteTable(editor.state, editor.view.dispatch) },
];

/** Puts a table of three rows and columns behind the block that the caret is in. */
export function insertTable(editor: Editor): void {
  const cell = { type: 'tableCell', content: [{ type: 'paragraph' }] };
  const row = { type: 'tableRow', content: [cell, cell, cell] };
  const { $to } = editor.state.selection;
  const outer = $to.depth === 0 ? null : $to.node(1);
  const isEmpty = outer?.type.name === 'paragraph' && outer.content.size === 0;
  const at = outer === null ? $to.pos : isEmpty ? { from: $to.before(1), to: $to.after(1) } : $to.after(1);
  const begins = typeof at === 'number' ? at : at.from;
  editor
    .chain()
    .insertContentAt(at, { type: 'table', attrs: { headerRow: true }, content: [row, row, row] })
    .setTextSelection(begins + 4)
    .focus()
    .run();
}
