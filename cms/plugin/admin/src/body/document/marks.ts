import { Mark, mergeAttributes } from '@tiptap/core';

/** A text's style: its name, its tag, and the keys that set it. */
const styles = [
  ['bold', 'strong', 'Mod-b'],
  ['italic', 'em', 'Mod-i'],
  ['underline', 'u', 'Mod-u'],
  ['strikethrough', 's', 'Mod-Shift-x'],
  ['code', 'code', 'Mod-e'],
] as const;

/** The address of a link, and nothing else of it. It surrounds the styles of its text, as it is stored. */
const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ url: { default: '', rendered: false } }),
  // What is shown in the editor is not followed by a click, so no address is written where a browser would run it.
  renderHTML: ({ mark, HTMLAttributes }) => [
    'a',
    mergeAttributes(HTMLAttributes, {
      title: String(mark.attrs['url']),
      'data-url': String(mark.attrs['url']),
    }),
    0,
  ],
});

/** The styles of a text and its link. */
export const marks = [
  Link,
  ...styles.map(([name, tag, key]) =>
    Mark.create({
      name,
      parseHTML: () => [{ tag }],
      renderHTML: () => [tag, 0],
      addKeyboardShortcuts() {
        return { [key]: () => this.editor.commands.toggleMark(name) };
      },
    }),
  ),
];
