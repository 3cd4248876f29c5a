import { Extension, Node, type Editor } from '@tiptap/core';
import { exitCode } from '@tiptap/pm/commands';
import { Plugin, TextSelection, type Command } from '@tiptap/pm/state';
import { addRowAfter, deleteTable, goToNextCell, isInTable, tableEditing } from '@tiptap/pm/tables';

import { mostOfTable } from './table-limits';

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({ headerRow: { default: true, rendered: false } }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ node }) => [
    'div',
    { class: 'body-table' },
    ['table', { 'data-header-row': String(node.attrs['headerRow']) }, ['tbody', 0]],
  ],
});

const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

/** One text. The three attributes are what the table commands look at; no cell spans others. */
const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph',
  isolating: true,
  addAttributes: () => ({
    colspan: { default: 1, rendered: false },
    rowspan: { default: 1, rendered: false },
    colwidth: { default: null, rendered: false },
  }),
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: () => ['td', 0],
});

/** By what the table commands know the nodes. */
const roles: Readonly<Record<string, string>> = { table: 'table', tableRow: 'row', tableCell: 'cell' };

/** The keys of a table: Tab walks its cells and makes a row after the last one, Ctrl+Enter leaves it, Enter ends a line. */
const TableKeys = Extension.create({
  name: 'tableKeys',
  priority: 200,
  extendNodeSchema: ({ name }) => ({ tableRole: roles[name] }),
  addProseMirrorPlugins: () => [leaving, tableEditing()],
  addKeyboardShortcuts() {
    const inTable = (command: Command) => () => {
      const { state, view } = this.editor;
      return isInTable(state) && command(state, view.dispatch, view);
    };
    return {
      Tab: inTable((state, dispatch, view) => {
        if (goToNextCell(1)(state, dispatch)) return true;
        if (rowsAt(this.editor) >= mostOfTable.rows || !addRowAfter(state, dispatch)) return true;
        return view ? goToNextCell(1)(view.state, dispatch) : true;
      }),
      'Shift-Tab': inTable((state, dispatch) => goToNextCell(-1)(state, dispatch) || true),
      Enter: () => isInTable(this.editor.state) && this.editor.commands.insertContent({ type: 'hardBreak' }),
      'Mod-Shift-Backspace': inTable(deleteTable),
    };
  },
});

/** Puts the caret behind the table, in a new paragraph where there is nothing. */
const leaveTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = depthOfTable($from);
  if (depth === 0) return false;
  const after = $from.after(depth);
  const transaction = state.tr;
  if (!transaction.doc.resolve(after).nodeAfter?.isTextblock) {
    const paragraph = state.schema.nodes['paragraph']?.create();
    if (paragraph) transaction.insert(after, paragraph);
  }
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, after + 1)).scrollIntoView());
  return true;
};

/** Ctrl+Enter leaves a table, and code. Strapi's form would be saved by it, so the key stays here. */
const leaving = new Plugin({
  props: {
    handleKeyDown(view, event) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
      const isLeft = leaveTable(view.state, view.dispatch) || exitCode(view.state, view.dispatch);
      if (isLeft) event.stopPropagation();
      return isLeft;
    },
  },
});

function depthOfTable($from: TextSelection['$from']): number {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'table') return depth;
  return 0;
}

/** The table that the caret is in, and where it begins; null outside one. */
export function tableAt({ state }: Editor) {
  const { $from } = state.selection;
  const depth = depthOfTable($from);
  return depth === 0 ? null : { table: $from.node(depth), position: $from.before(depth) };
}

function rowsAt(editor: Editor): number {
  return tableAt(editor)?.table.childCount ?? 0;
}

export const tables = [Table, TableRow, TableCell, TableKeys];
