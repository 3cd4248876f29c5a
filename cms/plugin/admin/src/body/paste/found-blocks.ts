import type { Block } from '@nachra/renderer';

import { inlinesOf, type InlineNode, type Run } from './inlines';

type ListBlock = Extract<Block, { type: 'list' }>;

/** An item of a list as programs write it: its level is said, not shown by nesting. */
export interface FlatItem {
  type: 'item';
  /** Counted from 1. */
  level: number;
  format: ListBlock['format'];
  children: InlineNode[];
}

/** What is found in a clipboard, in its order. */
export type Found = Block | FlatItem;

/** The most levels of lists that a body has; the contract's. */
const mostLevels = 10;

/** Puts items that follow one another into lists. A level is at most one deeper than that of the item before it. */
export function nestItems(found: readonly Found[]): Block[] {
  const blocks: Block[] = [];
  let open: ListBlock[] = [];
  for (const one of found) {
    if (one.type !== 'item') {
      open = [];
      blocks.push(one);
      continue;
    }
    const level = Math.min(one.level, open.length + 1, mostLevels);
    const known = open[level - 1];
    open = open.slice(0, known?.format === one.format ? level : level - 1);
    if (open.length < level) {
      const list: ListBlock = { type: 'list', format: one.format, children: [] };
      const parent = open.at(-1);
      if (parent) parent.children.push(list);
      else blocks.push(list);
      open.push(list);
    }
    open.at(-1)?.children.push({ type: 'list-item', children: one.children });
  }
  return blocks;
}

/** The text of several blocks in one place that takes text only, such as a cell: one below the other. */
export function joined(found: readonly Found[], mark = ''): InlineNode[] {
  const runs: Run[] = [];
  for (const block of found) {
    if (!('children' in block) || block.type === 'image') continue;
    const lines = block.type === 'list' || block.type === 'table' ? [] : block.children;
    if (runs.length > 0) runs.push({ text: '\n', styles: {} });
    if (block.type === 'item' && mark !== '') runs.push({ text: mark, styles: {} });
    for (const node of lines)
      for (const { type: _type, text, ...styles } of node.type === 'link' ? node.children : [node])
        runs.push({ text, styles, ...(node.type === 'link' && { url: node.url }) });
  }
  return inlinesOf(runs);
}
