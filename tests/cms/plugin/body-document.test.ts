import { bodySchema, type Body } from '@nachra/renderer';
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extensions } from '../../../cms/plugin/admin/src/body/document/extensions';
import { readBody, writeBody } from '../../../cms/plugin/admin/src/body/document/stored-form';
import { amanews242 } from '../../support/issue';

type Block = Body[number];
type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];
type Text = Extract<Inline, { type: 'text' }>;
type List = Extract<Block, { type: 'list' }>;

const schema = getSchema(extensions);
const marks = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;

/** A body through the editor: what it stores when somebody has changed something and nothing of this. */
function throughEditor(body: unknown): Body | null {
  const document = schema.nodeFromJSON(readBody(body));
  document.check();
  return writeBody(document.toJSON() as ReturnType<typeof readBody>);
}

/** The same text in the fewest nodes: empty texts and links say nothing, nor do two texts of one style beside each other. */
function settled(nodes: readonly Inline[]): Inline[] {
  const kept: Inline[] = [];
  for (const node of nodes) {
    const one: Inline = node.type === 'link' ? { ...node, children: settled(node.children) as Text[] } : node;
    const last = kept.at(-1);
    if (one.type === 'text') {
      if (one.text === '') continue;
      const styles = ({ text: _text, ...others }: Text) => JSON.stringify(Object.entries(others).sort());
      if (last?.type === 'text' && styles(last) === styles(one)) last.text += one.text;
      else kept.push({ ...one });
    } else if (one.children.some(({ text }) => text !== '')) {
      if (last?.type === 'link' && last.url === one.url)
        last.children = settled([...last.children, ...one.children]) as Text[];
      else kept.push(one);
    }
  }
  return kept;
}

function settle(blocks: readonly object[]): object[] {
  return blocks.map((block) => {
    // A picture has no text of its own; what stands there is handed on.
    if ('image' in block) return block;
    const { children, ...rest } = block as { children: Inline[] };
    const isInline = children.every(({ type }) => type === 'text' || type === 'link');
    const inside = isInline ? settled(children) : settle(children);
    return { ...rest, children: inside.length > 0 ? inside : [{ type: 'text', text: '' }] };
  });
}

const text = fc
  .record({
    text: fc.oneof(
      fc.string({ maxLength: 12, unit: 'grapheme' }),
      fc.constantFrom('', 'deux\nlignes', '\n', 'نشرة', '« ici »'),
    ),
    styles: fc.subarray([...marks]),
  })
  .map(({ text: words, styles }): Text => ({
    ...{ type: 'text', text: words },
    ...Object.fromEntries(styles.map((name) => [name, true])),
  }));
const link = fc.record({
  type: fc.constant('link' as const),
  url: fc.constantFrom('https://nachra.example/a', 'mailto:salma@nachra.example', '/uploads/a.pdf'),
  children: fc.array(text, { minLength: 1, maxLength: 3 }),
});
const inlines = fc.array(fc.oneof(text, link), { minLength: 1, maxLength: 4 });
const list = fc.letrec<{ list: List; child: List['children'][number] }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    format: fc.constantFrom('ordered' as const, 'unordered' as const),
    children: fc.array(tie('child'), { minLength: 1, maxLength: 3 }),
  }),
  child: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ type: fc.constant('list-item' as const), children: inlines }),
    tie('list'),
  ),
})).list;
const table = fc.integer({ min: 1, max: 8 }).chain((columns) =>
  fc.record({
    type: fc.constant('table' as const),
    headerRow: fc.boolean(),
    children: fc.array(
      fc.record({
        type: fc.constant('table-row' as const),
        children: fc.array(fc.record({ type: fc.constant('table-cell' as const), children: inlines }), {
          minLength: columns,
          maxLength: columns,
        }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);
const block = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), children: inlines }),
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.integer({ min: 1, max: 6 }),
    children: inlines,
  }),
  fc.record({
    type: fc.constant('code' as const),
    language: fc.constantFrom('sql', 'ts'),
    children: inlines,
  }),
  fc.record({ type: fc.constant('code' as const), children: inlines }),
  fc.record({
    type: fc.constant('image' as const),
    image: fc.record({
      url: fc.constant('https://nachra.example/a.png'),
      alternativeText: fc.constantFrom(null, '', 'Une palme'),
      caption: fc.constantFrom(undefined, 'Légende'),
      width: fc.constantFrom(undefined, 640),
    }),
    children: inlines,
  }),
  list,
  table,
);

describe('a body in the editor', () => {
  it.each(['fr', 'ar', 'en'] as const)('of N° 242 is stored again as it was: %s', (language) => {
    const bodies = JSON.stringify(amanews242(language)).match(/"body":\[/g) ?? [];
    expect(bodies.length).toBeGreaterThan(5);
    for (const section of amanews242(language).sections) {
      const found = section.type === 'text' ? [section.body] : [];
      const all = section.type === 'articles' ? section.articles.map(({ body }) => body) : found;
      for (const body of all) if (body) expect(throughEditor(body)).toEqual(settle(body as object[]));
    }
  });

  it('of any shape that the grammar has is stored again as it was', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (body) => {
        const isEmpty =
          body.length === 1 && body[0]?.type === 'paragraph' && settled(body[0].children).length === 0;
        expect(throughEditor(body)).toEqual(isEmpty ? null : settle(body));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the pictures of Strapi’s own editor with all that stands in them, and drops what only it wrote', () => {
    const image = {
      name: 'a.png',
      url: '/uploads/a.png',
      hash: 'a',
      formats: { small: { url: '/uploads/s.png' } },
    };
    const children = [{ type: 'text', text: '' }];
    const strapis = [
      { type: 'image', image, children },
      {
        type: 'paragraph',
        children: [
          {
            type: 'link',
            url: 'https://a.example',
            rel: 'nofollow',
            target: '_blank',
            children: [{ type: 'text', text: 'ici' }],
          },
        ],
      },
    ];
    expect(throughEditor(strapis)).toEqual([
      { type: 'image', image, children },
      {
        type: 'paragraph',
        children: [{ type: 'link', url: 'https://a.example', children: [{ type: 'text', text: 'ici' }] }],
      },
    ]);
  });

  it.each([
    ['a text in place of a body', '<b>x</b>'],
    ['a text in place of a block', ['<b>x</b>']],
    ['nothing in place of a block', [null]],
    ['a block of another kind', [{ type: 'video', url: 'x' }]],
    ['a list in a paragraph', [{ type: 'paragraph', children: [{ type: 'list', children: [] }] }]],
    [
      'a table of ragged cells',
      [{ type: 'table', headerRow: true, children: [{ type: 'table-row', children: ['x'] }] }],
    ],
    ['a heading of no level', [{ type: 'heading', level: 'x', children: [] }]],
    ['a link without an address', [{ type: 'paragraph', children: [{ type: 'link', children: [] }] }]],
  ])('loses nothing that it does not know: %s', (_what, body) => {
    expect(bodySchema.safeParse(body).success).toBe(false);
    expect(throughEditor(body)).toEqual(Array.isArray(body) ? body : [body]);
  });

  it.each([[null], [undefined], [[]], [[{ type: 'paragraph', children: [{ type: 'text', text: '' }] }]]])(
    'says nothing where nothing is written: %j',
    (body) => expect(throughEditor(body)).toBeNull(),
  );
});
