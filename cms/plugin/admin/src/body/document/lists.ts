import { Extension } from '@tiptap/core';

/** The keys of lists and paragraphs. Tab moves an item in and out; elsewhere it leaves the editor, as in every form. */
export const ListKeys = Extension.create({
  name: 'listKeys',
  priority: 150,
  addKeyboardShortcuts() {
    const { editor } = this;
    const inList = () => editor.isActive('listItem');
    const lineEnd = () => {
      if (editor.isActive('codeBlock')) return editor.commands.insertContent('\n');
      return editor.commands.insertContent({ type: 'hardBreak' });
    };
    return {
      Tab: () => inList() && (editor.commands.sinkListItem('listItem') || true),
      'Shift-Tab': () => inList() && editor.commands.liftListItem('listItem'),
      Enter: () => inList() && editor.commands.splitListItem('listItem'),
      Backspace: () => inList() && isAtItsStart() && editor.commands.liftListItem('listItem'),
      'Shift-Enter': lineEnd,
      'Mod-Shift-7': () => editor.commands.toggleList('orderedList', 'listItem'),
      'Mod-Shift-8': () => editor.commands.toggleList('bulletList', 'listItem'),
      'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
      'Mod-Alt-1': () => editor.commands.setNode('heading', { level: 1 }),
      'Mod-Alt-2': () => editor.commands.setNode('heading', { level: 2 }),
      'Mod-Alt-3': () => editor.commands.setNode('heading', { level: 3 }),
    };
    function isAtItsStart(): boolean {
      const { empty, $from } = editor.state.selection;
      return empty && $from.parentOffset === 0;
    }
  },
});
