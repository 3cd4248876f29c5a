import type { Block, Body, InlineNode, ListBlock, TableBlock, TextNode } from '../contract/body';
import { linesOf } from '../contract/places';
import type { ViewContext } from './context';
import { imageView, type ImageView } from './image-view';

/** Text of one style. */
interface TextView {
  text: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strikethrough: boolean;
  code: boolean;
}
interface InlineView {
  url: string | null;
  texts: TextView[];
}
interface ListItemView {
  children: InlineView[];
  plain: string;
  list: ListView | null;
}
export interface ListView {
  template: 'list';
  ordered: boolean;
  /** Whether it is inside an item of another list. */
  nested: boolean;
  items: ListItemView[];
}

interface CellView {
  children: InlineView[];
  plain: string;
}
export interface TableView {
  template: 'table';
  /** The headings of the columns, or null. */
  head: CellView[] | null;
  rows: CellView[][];
}

/** One block; `template` names its partial in `emails/body/`. `plain` is its text for the plain-text part. */
export type BlockView =
  | { template: 'paragraph' | 'quote' | 'code'; children: InlineView[]; plain: string }
  | { template: 'heading'; level: number; children: InlineView[]; plain: string }
  | { template: 'image'; image: ImageView }
  | ListView
  | TableView;

/**
 * The view of a body. Its headings are moved below `level`, the level of the article's title, and never skip a level,
 * whatever levels the author chose.
 *
 * @param measure available width in px
 */
export function bodyView(body: Body, level: number, measure: number, context: ViewContext): BlockView[] {
  const authored = body.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  const top = Math.min(...authored);
  let previous = level;
  return body.filter(saysSomething).map((block): BlockView => {
    switch (block.type) {
      case 'list':
        return listView(block, context);
      case 'table':
        return tableView(block, context);
      case 'image':
        return { template: 'image', image: blockImage(block, measure, context) };
      case 'heading':
        previous = Math.min(level + 1 + block.level - top, previous + 1, 6);
        return { template: 'heading', level: previous, ...inlines(block.children, context) };
      case 'code':
        return { template: 'code', ...inlines(block.children, context, true) };
      default:
        return { template: block.type, ...inlines(block.children, context) };
    }
  });
}

/** Whether a block has content. Strapi's editor leaves empty paragraphs behind, which would show as gaps. */
export function saysSomething(block: Block): boolean {
  if (block.type === 'image' || block.type === 'list') return true;
  return linesOf(block, '').some(({ value }) => textOf(value).trim() !== '');
}

/** The text of inline nodes, as the author typed it. */
function textOf(nodes: readonly InlineNode[]): string {
  return nodes
    .flatMap((node) => (node.type === 'link' ? node.children : [node]))
    .map((node) => node.text)
    .join('');
}

function blockImage(
  block: Extract<Block, { type: 'image' }>,
  measure: number,
  context: ViewContext,
): ImageView {
  const { url, alternativeText, caption, width, height } = block.image;
  const size = { width: pixels(width), height: pixels(height) };
  return imageView(
    { src: url, alt: alternativeText ?? '', caption: caption ?? undefined, ...size },
    measure,
    context,
  );
}

function pixels(value: number | null | undefined): number | undefined {
  return value && value > 0 ? Math.round(value) : undefined;
}

function listView(list: ListBlock, context: ViewContext, nested = false): ListView {
  const items: ListItemView[] = [];
  for (const child of list.children) {
    if (child.type === 'list-item') {
      items.push({ ...inlines(child.children, context), list: null });
      continue;
    }
    // Strapi puts a nested list after its item; in HTML it belongs inside the item.
    const last = items.at(-1);
    if (last && last.list === null) last.list = listView(child, context, true);
    else items.push({ children: [], plain: '', list: listView(child, context, true) });
  }
  return { template: 'list', ordered: list.format === 'ordered', nested, items };
}

function tableView({ headerRow, children }: TableBlock, context: ViewContext): TableView {
  const all = children.map((row) => row.children.map((cell) => inlines(cell.children, context)));
  return {
    template: 'table',
    head: headerRow ? (all[0] ?? null) : null,
    rows: headerRow ? all.slice(1) : all,
  };
}

function inlines(
  nodes: InlineNode[],
  context: ViewContext,
  verbatim = false,
): { children: InlineView[]; plain: string } {
  let before = '';
  const setText = (node: TextNode): TextView => {
    const text =
      verbatim || node.code ? context.set.verbatim(node.text) : context.set.part(node.text, before);
    before = text.at(-1) ?? before;
    const { bold = false, italic = false, underline = false, strikethrough = false, code = false } = node;
    return { text, bold, italic, underline, strikethrough, code };
  };
  const children = nodes.map((node): InlineView =>
    node.type === 'link'
      ? { url: node.url, texts: node.children.map(setText) }
      : { url: null, texts: [setText(node)] },
  );
  return { children, plain: children.map(plainInline).join('') };
}

/** An inline as plain text: a link is followed by its address, unless the text is that address. */
function plainInline({ url, texts }: InlineView): string {
  const text = texts.map((part) => part.text).join('');
  return url === null || text.trim() === url ? text : `${text} (${url})`;
}
