import type { Direction } from '../../contract/primitives';
import type { TableView } from '../../view/table-view';
import { rowOfCells } from './finish';
import { lineWidth, textWidth, wrapText } from './wrap';

const gap = 2;

/**
 * A table as text: aligned columns, figures on the end side. If it is wider than a line, each row is a block of lines, one for
 * each cell, with the heading of its column.
 */
export function textTable({ head, rows }: TableView, base: Direction, colon: string): string {
  const set = (cells: TableView['rows'][number]['cells']) =>
    cells.map(({ plain, figures }) => ({ text: plain.replace(/\s*\n\s*/g, ' ').trim(), figures }));
  const headings = head && set(head);
  const body = rows.map(({ cells }) => set(cells));
  const all = headings ? [headings, ...body] : body;
  const widths = (all[0] ?? []).map((_, at) => Math.max(...all.map((row) => textWidth(row[at]?.text ?? ''))));
  const width = widths.reduce((sum, one) => sum + one + gap, -gap);
  if (width > lineWidth)
    return blocks(
      body.map((row) => row.map(({ text }) => text)),
      headings?.map(({ text }) => (text === '' ? '' : `${text}${colon} `)) ?? [],
    );
  const line = (row: ReturnType<typeof set>) =>
    rowOfCells(
      row.map(({ text, figures }, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - textWidth(text));
        return figures ? space + text : text + space;
      }),
      base,
      ' '.repeat(gap),
    );
  const [first, ...others] = all.map(line);
  return [first, ...(headings ? [rowOfCells(['-'.repeat(width)], base, '')] : []), ...others].join('\n');
}

/** Rows as blocks; without headings, the first cell is that of its block. */
function blocks(rows: readonly (readonly string[])[], labels: readonly string[]): string {
  return rows
    .map((row) =>
      row
        .flatMap((text, at) => (text === '' ? [] : [{ text, label: labels[at] ?? '' }]))
        .map(({ text, label }, at) => {
          const first = label === '' && at > 0 ? '  ' : label;
          return wrapText(text, { first, rest: '  ' });
        })
        .join('\n'),
    )
    .filter((block) => block !== '')
    .join('\n\n');
}
