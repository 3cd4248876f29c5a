import type { Block } from '@nachra/renderer';

import { mostOfTable } from '../document/table-limits';
import type { InlineNode } from './inlines';
import { attribute, childrenOf, countIn, styleOf, tagOf, within, type Markup } from './markup';
import type { Dropped } from './report';

type TableBlock = Extract<Block, { type: 'table' }>;

/** Larger spans are a page's mistake, or its attack. */
const mostSpan = 100;

/**
 * A table of a clipboard: merged cells are split, the text in the first of them, and what is beyond the grammar's limits is
 * counted. Null where it says nothing; `layout` where it only lays something out: one cell, or tables in tables.
 *
 * @param textOf what stands in a cell
 */
export function readTable(
  node: Markup,
  dropped: Dropped,
  textOf: (cell: Markup) => InlineNode[],
): TableBlock | 'layout' | null {
  const rows = within(node, ['tr']).filter((row) => styleOf(row).get('display') !== 'none');
  const cells = rows.map((row) => childrenOf(row).filter((cell) => ['td', 'th'].includes(tagOf(cell))));
  const isLayout =
    attribute(node, 'role') === 'presentation' ||
    cells.flat().length < 2 ||
    cells.flat().some((cell) => within(cell, ['table']).length > 0);
  if (isLayout) return 'layout';

  const placed = place(cells, dropped, textOf);
  const filled = withoutEmptyEdges(placed);
  const columns = filled[0]?.length ?? 0;
  if (columns === 0) return null;
  for (let over = columns; over > mostOfTable.columns; over -= 1) dropped.add('columns');
  for (let over = filled.length; over > mostOfTable.rows; over -= 1) dropped.add('rows');
  const kept = filled.slice(0, mostOfTable.rows).map((row) => row.slice(0, mostOfTable.columns));
  const first = cells[0] ?? [];
  const isHead = first.every((cell) => tagOf(cell) === 'th') || within(node, ['thead']).length > 0;
  const headerRow = isHead || isBold(kept[0] ?? []);
  return {
    type: 'table',
    headerRow,
    children: kept.map((row, index) => ({
      type: 'table-row',
      children: row.map((children) => ({
        type: 'table-cell',
        children: headerRow && index === 0 ? children.map(plain) : children,
      })),
    })),
  };
}

const empty = (): InlineNode[] => [{ type: 'text', text: '' }];

/** The cells by their places: what a cell covers beside and below itself is empty. */
function place(
  rows: readonly (readonly Markup[])[],
  dropped: Dropped,
  textOf: (cell: Markup) => InlineNode[],
): InlineNode[][][] {
  const placed = rows.map((): (InlineNode[] | undefined)[] => []);
  rows.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (placed[at]?.[column] !== undefined) column += 1;
      const columns = Math.min(countIn(cell, 'colspan'), mostSpan);
      const covered = placed.slice(at, at + countIn(cell, 'rowspan'));
      // Excel lets a long text lie over the empty cells beside it, and calls that a span.
      const isMerged = styleOf(cell).get('mso-ignore') !== 'colspan';
      if (columns * covered.length > 1 && isMerged) dropped.add('merged');
      for (const row of covered) for (let one = column; one < column + columns; one += 1) row[one] = empty();
      const own = placed[at];
      if (own) own[column] = textOf(cell);
      column += columns;
    }
  });
  const width = Math.max(0, ...placed.map(({ length }) => length));
  return placed.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? empty()));
}

/** Spreadsheets hand over empty columns and rows at the end of what is marked. */
function withoutEmptyEdges(rows: readonly InlineNode[][][]): InlineNode[][][] {
  const says = (cell: InlineNode[]) => cell.some((node) => node.type === 'link' || node.text !== '');
  const saysAny = (row: readonly InlineNode[][]) => row.some(says);
  const kept = rows.slice(0, lengthTo(rows, saysAny));
  const width = Math.max(0, ...kept.map((row) => lengthTo(row, says)));
  return kept.map((row) => row.slice(0, width));
}

/** How many there are up to the last one that holds. */
function lengthTo<One>(all: readonly One[], holds: (one: One) => boolean): number {
  return all.reduce((length, one, index) => (holds(one) ? index + 1 : length), 0);
}

function isBold(row: readonly InlineNode[][]): boolean {
  const texts = row.flat().flatMap((node) => (node.type === 'link' ? node.children : [node]));
  const written = texts.filter(({ text }) => text.trim() !== '');
  return written.length > 0 && written.every(({ bold }) => bold === true);
}

/** A heading of a column is bold by itself. */
function plain(node: InlineNode): InlineNode {
  if (node.type === 'link') return node;
  const { bold: _bold, ...rest } = node;
  return rest;
}
