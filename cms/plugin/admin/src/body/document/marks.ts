import { Mark } from '@tiptap/core';

import { readAddress } from './addresses';

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
  addAttributes: () => ({
    url: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-url'),
      // Where a browser would run it, an address is only named.
      renderHTML: ({ url }) => ({
        'data-url': String(url),
        title: String(url),
        ...(readAddress(String(url)) !== null && { href: String(url), target: '_blank', rel: 'noopener' }),
      }),
    },
  }),
  parseHTML: () => [{ tag: 'a[data-url]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
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
