import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodySchema, type Body } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../cms/plugin/admin/src/body/paste/read-pasted';
import { readPlain } from '../../../cms/plugin/admin/src/body/paste/read-plain';
import { parsedBody } from '../../support/parsed-body';
import { threadTimeOf } from '../../support/thread-time';

type Block = Body[number];
type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];

const clipboards = join(__dirname, '../../fixtures/clipboards');
const isOwn = (url: string) => url.startsWith('/uploads/');
const read = (html: string) => readPasted(parsedBody(html), isOwn);

const tags = { bold: 'b', italic: 'i', underline: 'u', strikethrough: 's', code: 'code' } as const;

/** Texts as one reads them in a diff: marks in angle brackets, spaces that do not break and line ends by their names. */
function line(nodes: readonly Inline[]): string {
  const written = nodes.map((node): string => {
    if (node.type === 'link') return `[${line(node.children)}](${node.url})`;
    const text = node.text
      .replaceAll('\u00a0', '<nbsp>')
      .replaceAll('\u202f', '<nnbsp>')
      .replaceAll('\n', '<br>');
    const marks = Object.entries(tags).filter(([name]) => name in node);
    return marks.reduce((inside, [, tag]) => `<${tag}>${inside}</${tag}>`, text);
  });
  return written.join('');
}

function lines(block: Block | Extract<Block, { type: 'list' }>['children'][number], depth = ''): string[] {
  switch (block.type) {
    case 'heading':
      return [`h${block.level}: ${line(block.children)}`];
    case 'list':
      return block.children.flatMap((child) =>
        child.type === 'list'
          ? lines(child, `${depth}  `)
          : [`${depth}${block.format === 'ordered' ? '1.' : '-'} ${line(child.children)}`],
      );
    case 'image':
      return [
        `image: ${block.image.url} “${block.image.alternativeText}” ${block.image.caption ?? ''}`.trim(),
      ];
    case 'table':
      return block.children.map(
        ({ children }, row) =>
          `${block.headerRow && row === 0 ? '#' : ' '}| ${children.map((cell) => line(cell.children)).join(' | ')} |`,
      );
    default:
      return [`${block.type}: ${line(block.children)}`];
  }
}

const sheet = (body: Body) => body.flatMap((block) => lines(block)).join('\n');

describe('a clipboard', () => {
  const files = readdirSync(clipboards).filter((file) => /\.(?:html|txt)$/.test(file));

  it('is tried of each program in each language', () => {
    expect(files.length).toBeGreaterThanOrEqual(20);
    for (const language of ['fr', 'ar', 'en'])
      expect(files.filter((file) => file.includes(`.${language}.`)).length).toBeGreaterThanOrEqual(6);
  });

  it.each(files)('is read into a body of the grammar: %s', async (file) => {
    const text = readFileSync(join(clipboards, file), 'utf8');
    const { body, report } = file.endsWith('.txt') ? { body: readPlain(text), report: null } : read(text);
    const own = body.filter((block) => block.type !== 'image');
    expect(bodySchema.safeParse(own).error).toBeUndefined();
    const told = report
      ? `\n\nkept: ${report.kept.join(', ')}\ndropped: ${JSON.stringify(report.dropped)}`
      : '';
    await expect(`${sheet(body)}${told}\n`).toMatchFileSnapshot(
      join(clipboards, 'read', file.replace(/\.\w+$/, '.md')),
    );
  });
});

describe('what is pasted', () => {
  it.each([
    [
      'keeps the no-break spaces of French',
      '<p>Oui&nbsp;! «&nbsp;Non&nbsp;» : 10&nbsp;% et 4&nbsp;500</p>',
      'paragraph: Oui<nbsp>! «<nbsp>Non<nbsp>» : 10<nbsp>% et 4<nbsp>500',
    ],
    [
      'makes those before nothing plain',
      '<p>un&nbsp;mot &nbsp;deux&nbsp;&nbsp;&nbsp;trois&nbsp;</p>',
      'paragraph: un mot deux trois',
    ],
    ['says nothing where nothing is', '<p>&nbsp;</p><div><br></div><ul><li></li></ul>', ''],
    ['joins what only markup parts', '<p>mi<span>cro</span>crédit</p>', 'paragraph: microcrédit'],
    ['parts paragraphs at empty lines', 'un<br>deux<br><br>trois', 'paragraph: un<br>deux\nparagraph: trois'],
    [
      'makes an address of www.',
      '<a href="www.exemple.ma">ici</a>',
      'paragraph: [ici](https://www.exemple.ma)',
    ],
    [
      'keeps pictures of the installation',
      '<img src="/uploads/a.png" alt="Une palme">',
      'image: /uploads/a.png “Une palme”',
    ],
    [
      'keeps what it wrote itself',
      '<blockquote dir="auto">Cité</blockquote><pre dir="ltr"><code>a\n  b</code></pre><p><a data-url="/uploads/a.pdf">pdf</a></p>',
      'quote: Cité\ncode: a<br>  b\nparagraph: [pdf](/uploads/a.pdf)',
    ],
  ])('%s', (_what, html, expected) => expect(sheet(read(html).body)).toBe(expected));

  it('never holds what runs, whatever its markup', () => {
    const html = readFileSync(join(clipboards, 'web-page.en.html'), 'utf8');
    expect(JSON.stringify(read(html))).not.toMatch(/script|onclick|svg|thief|tracker/);
  });

  it('ends, however deep its markup is', () => {
    const { body } = read(`${'<div>'.repeat(400)}deep`);
    expect(body).toEqual([]);
    expect(read(`${'<ul><li>x'.repeat(90)}`).body).toHaveLength(1);
  });
});

describe('a long text', () => {
  it.each([
    [
      'with fixed spaces alone, as some pages write',
      () => read(`<p>${'mot&nbsp;'.repeat(20_000)}fin</p>`).body,
    ],
    [
      'of a PDF without empty lines',
      () => readPlain(`${'une ligne qui va jusqu’au bord de la page '.repeat(2)}\n`.repeat(4_000)),
    ],
  ])('is read at once: %s', async (_what, paste) => {
    const least = await threadTimeOf(() => expect(paste()).toHaveLength(1), 300);
    expect(least).toBeLessThan(900);
  });
});
