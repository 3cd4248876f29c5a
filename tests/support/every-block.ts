import type { Body } from '@nachra/renderer';

/** A body with every block; each of an author's texts is `say(name)`. */
export function everyBlock(say: (name: string) => string, place: string): Body {
  const text = (name: string) => ({ type: 'text' as const, text: say(`${place} ${name}`) });
  return [
    {
      type: 'paragraph',
      children: [
        text('paragraph'),
        { ...text('bold'), bold: true, italic: true, underline: true, strikethrough: true },
        { type: 'link', url: 'https://inline.example/', children: [text('inline link')] },
        { ...text('inline code'), code: true },
      ],
    },
    { type: 'heading', level: 1, children: [text('heading')] },
    { type: 'quote', children: [text('block quote')] },
    { type: 'code', language: 'python', children: [text('code')] },
    {
      type: 'image',
      image: {
        url: 'https://media.example/a.png',
        alternativeText: say(`${place} block alt`),
        caption: say(`${place} block caption`),
        width: 640,
        height: 480,
        crop: { x: 0, y: 0, width: 1, height: 0.5 },
        cut: true,
      },
      children: [{ type: 'text', text: '' }],
    },
    {
      type: 'list',
      format: 'unordered',
      children: [
        { type: 'list-item', children: [text('item')] },
        {
          type: 'list',
          format: 'ordered',
          children: [{ type: 'list-item', children: [text('nested item')] }],
        },
      ],
    },
    {
      type: 'table',
      headerRow: true,
      children: [
        { type: 'table-row', children: [{ type: 'table-cell', children: [text('column heading')] }] },
        { type: 'table-row', children: [{ type: 'table-cell', children: [text('cell')] }] },
      ],
    },
  ];
}
