import type { Block } from '@nachra/renderer';
import { Node } from '@tiptap/core';

/** A picture with its alternative text and caption; how it is seen is added where there is a browser. */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    image: { default: { url: '' }, rendered: false },
    children: { default: null, rendered: false },
  }),
  // How it leaves for another program, or for another place of this editor.
  renderHTML({ node }) {
    const { url, alternativeText, caption, width, height } = node.attrs['image'] as Extract<
      Block,
      { type: 'image' }
    >['image'];
    const image = ['img', { src: url, alt: alternativeText ?? '', width, height }] as const;
    return caption ? ['figure', image, ['figcaption', caption]] : ['figure', image];
  },
});

/** Something in a stored body that is not of its grammar: it is kept as it is, and can be removed. */
export const UnknownBlock = Node.create({
  name: 'unknownBlock',
  group: 'block',
  atom: true,
  addAttributes: () => ({ block: { default: null, rendered: false } }),
  renderHTML: () => ['div'],
});
