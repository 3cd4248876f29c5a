import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';

import { typographicHelp } from './typographic-help';

/**
 * Helps with the typography of the text's language, which the editor's element names, while it is typed. What was typed and what was made of it are two steps of
 * the history, so one Ctrl+Z brings back what was typed.
 */
export const TypingHelp = Extension.create({
  name: 'typingHelp',
  priority: 300,
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleTextInput(view, from, to, typed) {
            const { $from } = view.state.selection;
            const marks = view.state.storedMarks ?? $from.marks();
            if (
              view.composing ||
              $from.parent.type.spec.code ||
              marks.some(({ type }) => type.name === 'code')
            )
              return false;
            const before = $from.parent.textBetween(0, from - $from.start(), undefined, '\n');
            const help = typographicHelp(before, typed, view.dom.lang);
            if (help === null) return false;
            view.dispatch(view.state.tr.insertText(typed, from, to));
            const end = from + typed.length;
            view.dispatch(closeHistory(view.state.tr).insertText(help.text, end - help.removed, end));
            return true;
          },
        },
      }),
    ];
  },
});
