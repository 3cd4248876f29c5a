import type { Block, Body, ListBlock } from '../contract/body';
import { linesOf, textOfLine } from '../contract/places';
import type { ViewContext } from './context';
import { imageView, type ImageView } from './image-view';
import { lineView, type LineView } from './inline-view';
import { tableView, type TableView } from './table-view';

interface ListItemView extends LineView {
  list: ListView | null;
}
export interface ListView {
  template: 'list';
  ordered: boolean;
  /** Whether it is inside an item of another list. */
  nested: boolean;
  items: ListItemView[];
}

/** One block; `template` names its partial in `emails/body/`. */
export type BlockView =
  | ({ template: 'paragraph' | 'quote' | 'code' } & LineView)
  | ({ template: 'heading'; level: number } & LineView)
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
        return tableView(block, measure, context);
      case 'image':
        return { template: 'image', image: blockImage(block, measure, context) };
      case 'heading':
        previous = Math.min(level + 1 + block.level - top, previous + 1, 6);
        return { template: 'heading', level: previous, ...lineView(block.children, context) };
      case 'code':
        return { template: 'code', ...lineView(block.children, context, true) };
      default:
        return { template: block.type, ...lineView(block.children, context) };
    }
  });
}

/** Whether a block has content. Strapi's editor leaves empty paragraphs behind, which would show as gaps. */
export function saysSomething(block: Block): boolean {
  if (block.type === 'image' || block.type === 'list') return true;
  return linesOf(block, '').some(({ value }) => textOfLine(value).trim() !== '');
}

function blockImage(
  block: Extract<Block, { type: 'image' }>,
  measure: number,
  context: ViewContext,
): ImageView {
  const { url, alternativeText, caption, width, height, cut } = block.image;
  const size = { width: pixels(width), height: pixels(height) };
  return imageView(
    { src: url, alt: alternativeText ?? '', caption: caption ?? undefined, ...size, cut },
    measure,
    // A body's column is as wide as the format of its pictures.
    null,
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
      items.push({ ...lineView(child.children, context), list: null });
      continue;
    }
    // Strapi puts a nested list after its item; in HTML it belongs inside the item.
    const last = items.at(-1);
    if (last && last.list === null) last.list = listView(child, context, true);
    else items.push({ children: [], plain: '', list: listView(child, context, true) });
  }
  return { template: 'list', ordered: list.format === 'ordered', nested, items };
}
