import type { Block } from '@nachra/renderer';
import type { JSONContent } from '@tiptap/core';

type InlineNode = Extract<Block, { type: 'paragraph' }>['children'][number];
type TextNode = Extract<InlineNode, { type: 'text' }>;
type Mark = NonNullable<JSONContent['marks']>[number];

/** The marks of a text, in the order in which they are stored. */
export const textMarks = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;

/**
 * Stored texts and links as the document's; null where they are not of the grammar. A line end is a node of its own, but in code.
 */
export function readInlines(children: unknown, isCode: boolean): JSONContent[] | null {
  if (!Array.isArray(children)) return null;
  const content: JSONContent[] = [];
  for (const child of children as unknown[]) {
    const read = readInline(child, isCode);
    if (read === null) return null;
    content.push(...read);
  }
  return content;
}

function readInline(node: unknown, isCode: boolean): JSONContent[] | null {
  if (typeof node !== 'object' || node === null) return null;
  const { type, url, children, text } = node as Readonly<Record<string, unknown>>;
  if (type === 'text') return typeof text === 'string' ? readText(text, node, [], isCode) : null;
  if (type !== 'link' || typeof url !== 'string' || !Array.isArray(children)) return null;
  const link: Mark = { type: 'link', attrs: { url } };
  const texts = (children as unknown[]).map((child) => {
    const { type: inner, text: words } = (child ?? {}) as Readonly<Record<string, unknown>>;
    return inner === 'text' && typeof words === 'string'
      ? readText(words, child as object, [link], isCode)
      : null;
  });
  return texts.every((one) => one !== null) ? texts.flat() : null;
}

function readText(text: string, node: object, outer: Mark[], isCode: boolean): JSONContent[] {
  const own = textMarks.filter((name) => (node as Readonly<Record<string, unknown>>)[name] === true);
  const marks = [...outer, ...own.map((type): Mark => ({ type }))];
  const marked = marks.length > 0 ? { marks } : {};
  if (isCode) return text === '' ? [] : [{ type: 'text', text, ...marked }];
  return text
    .split('\n')
    .flatMap((line, index): JSONContent[] => [
      ...(index > 0 ? [{ type: 'hardBreak', ...marked }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, ...marked }]),
    ]);
}

/** The document's texts as they are stored; one empty text where there is none, as Strapi writes it. */
export function writeInlines(content: JSONContent[] | undefined): InlineNode[] {
  const written: InlineNode[] = [];
  for (const node of content ?? []) {
    const text = node.type === 'hardBreak' ? '\n' : (node.text ?? '');
    const marks = node.marks ?? [];
    const url: unknown = marks.find(({ type }) => type === 'link')?.attrs?.['url'];
    const stored: TextNode = { type: 'text', text };
    for (const name of textMarks) if (marks.some(({ type }) => type === name)) stored[name] = true;
    const last = written.at(-1);
    if (typeof url !== 'string') addText(written, stored);
    else if (last?.type === 'link' && last.url === url) addText(last.children, stored);
    else written.push({ type: 'link', url, children: [stored] });
  }
  return written.length > 0 ? written : [{ type: 'text', text: '' }];
}

/** A text of the same marks is the same text. */
function addText(nodes: InlineNode[] | TextNode[], added: TextNode): void {
  const last = nodes.at(-1);
  if (last?.type === 'text' && textMarks.every((name) => last[name] === added[name])) last.text += added.text;
  else (nodes as InlineNode[]).push(added);
}
