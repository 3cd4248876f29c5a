import type { Block, Body } from '@nachra/renderer';
import type { JSONContent } from '@tiptap/core';

import { readInlines, writeInlines } from './inline-form';

type ListBlock = Extract<Block, { type: 'list' }>;
type TableBlock = Extract<Block, { type: 'table' }>;
type Stored = Readonly<Record<string, unknown>>;

/** What a paragraph, a list and so on are called in the editor's document, by their stored names. */
const lists = { ordered: 'orderedList', unordered: 'bulletList' } as const;

/**
 * A stored body as the document of the editor. Whatever is not of the grammar stands in it as a block that can only be removed,
 * so that opening a body loses nothing of it. Pure.
 */
export function readBody(body: unknown): JSONContent {
  const blocks = Array.isArray(body) ? (body as unknown[]) : isNothing(body) ? [] : [body];
  const content = blocks.map((block) => readBlock(block) ?? { type: 'unknownBlock', attrs: { block } });
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** The document of the editor in the stored form; null where nothing was written. Pure. */
export function writeBody(document: JSONContent): Body | null {
  const blocks = document.content ?? [];
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === 'paragraph' && !only.content?.length) return null;
  return blocks.map(writeBlock);
}

function isNothing(body: unknown): boolean {
  return body === null || body === undefined || body === '';
}

function isObject(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readBlock(block: unknown): JSONContent | null {
  if (!isObject(block)) return null;
  switch (block['type']) {
    case 'paragraph':
    case 'quote':
      return textBlock(block['type'], block);
    case 'heading': {
      const level = block['level'];
      const isLevel = typeof level === 'number' && Number.isInteger(level) && level >= 1 && level <= 6;
      return isLevel ? textBlock('heading', block, { level }) : null;
    }
    case 'code':
      return textBlock('codeBlock', block, { language: block['language'] ?? null });
    case 'image':
      return isObject(block['image']) && typeof block['image']['url'] === 'string'
        ? { type: 'picture', attrs: { image: block['image'], children: block['children'] } }
        : null;
    case 'list':
      return readList(block);
    case 'table':
      return readTable(block);
    default:
      return null;
  }
}

function textBlock(type: string, { children }: Stored, attrs?: Stored): JSONContent | null {
  const content = readInlines(children, type === 'codeBlock');
  return content && { type, ...(attrs && { attrs }), content };
}

/** Strapi's lists put an inner list after its item; in the document it stands in the item, as in HTML. */
function readList({ format, children }: Stored): JSONContent | null {
  if ((format !== 'ordered' && format !== 'unordered') || !Array.isArray(children) || children.length === 0)
    return null;
  const content: JSONContent[] = [];
  for (const child of children as unknown[]) {
    if (!isObject(child)) return null;
    const last = content.at(-1);
    if (child['type'] === 'list') {
      const inner = readList(child);
      if (inner === null) return null;
      if (last?.type === 'listItem') last.content?.push(inner);
      else content.push(inner);
      continue;
    }
    const text = child['type'] === 'list-item' ? textBlock('paragraph', child) : null;
    if (text === null) return null;
    content.push({ type: 'listItem', content: [text] });
  }
  return { type: lists[format], content };
}

function readTable({ headerRow, children }: Stored): JSONContent | null {
  if (typeof headerRow !== 'boolean') return null;
  const rows = childrenOf(children, 'table-row', ({ children: cells }) => {
    const content = childrenOf(cells, 'table-cell', (cell) => {
      const text = textBlock('paragraph', cell);
      return text && { type: 'tableCell', content: [text] };
    });
    return content && { type: 'tableRow', content };
  });
  return rows && { type: 'table', attrs: { headerRow }, content: rows };
}

function childrenOf(
  children: unknown,
  type: string,
  read: (child: Stored) => JSONContent | null,
): JSONContent[] | null {
  if (!Array.isArray(children) || children.length === 0) return null;
  const all = (children as unknown[]).map((child) =>
    isObject(child) && child['type'] === type ? read(child) : null,
  );
  return all.every((one) => one !== null) ? all : null;
}

function writeBlock(node: JSONContent): Block {
  const attrs = (node.attrs ?? {}) as Stored;
  switch (node.type) {
    case 'heading':
      return { type: 'heading', level: Number(attrs['level']), children: writeInlines(node.content) };
    case 'quote':
      return { type: 'quote', children: writeInlines(node.content) };
    case 'codeBlock': {
      const language = attrs['language'];
      const named = typeof language === 'string' ? { language } : {};
      return { type: 'code', ...named, children: writeInlines(node.content) };
    }
    case 'picture': {
      const { image, children } = attrs as {
        image: Extract<Block, { type: 'image' }>['image'];
        children?: [];
      };
      return { type: 'image', image, children: Array.isArray(children) ? children : writeInlines([]) };
    }
    case 'bulletList':
    case 'orderedList':
      return writeList(node);
    case 'table':
      return writeTable(node);
    case 'unknownBlock':
      // Handed back as it came: the server says what is wrong with it.
      return attrs['block'] as Block;
    default:
      return { type: 'paragraph', children: writeInlines(node.content) };
  }
}

function writeList(list: JSONContent): ListBlock {
  const children = (list.content ?? []).flatMap((child): ListBlock['children'] => {
    if (child.type !== 'listItem') return [writeList(child)];
    const [text, ...inner] = child.content ?? [];
    return [{ type: 'list-item', children: writeInlines(text?.content) }, ...inner.map(writeList)];
  });
  return { type: 'list', format: list.type === lists.ordered ? 'ordered' : 'unordered', children };
}

function writeTable({ attrs, content }: JSONContent): TableBlock {
  const rows = (content ?? []).map((row) => ({
    type: 'table-row' as const,
    children: (row.content ?? []).map((cell) => ({
      type: 'table-cell' as const,
      children: writeInlines(cell.content?.[0]?.content),
    })),
  }));
  return { type: 'table', headerRow: attrs?.['headerRow'] === true, children: rows };
}
