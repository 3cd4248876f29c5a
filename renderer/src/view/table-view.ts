import type { TableBlock } from '../contract/body';
import type { ViewContext } from './context';
import { word } from './emails/words';
import { lineView, type LineView } from './inline-view';
import { figureOf } from './typography/read-figure';
import { wideWidth, widestWord } from './typography/wide-width';

interface TableCellView extends LineView {
  /** What a reader sees of it, without the addresses of links. */
  seen: string;
  /** The heading of its column with a colon; null where there is none, or nothing to name. */
  label: string | null;
  /** Whether it is set to the end side, as figures are. */
  figures: boolean;
  /** Whether it holds a word so long, such as an address, that it may be broken anywhere. */
  breaks: boolean;
}
export interface TableView {
  template: 'table';
  /** The headings of the columns, or null. */
  head: TableCellView[] | null;
  rows: { odd: boolean; cells: TableCellView[] }[];
  /** Where its rows are stacked, cell under cell, since their words do not fit beside each other: nowhere, or everywhere. */
  layout: 'table' | 'stacks-below-480' | 'stacks-below-600' | 'stacked';
  /** Whether the width of the window decides. */
  stacks: boolean;
  size: number;
  /** Of each side of a cell, px. */
  padding: number;
}

/** The text of a phone of 320 px; between 480 and 600 px the mail shrinks with its window. */
const phone = 280;
const shrunk = 417 / 536;
/** A wider word is no word of a language: it is broken rather than given a column. */
const longestWord = 240;
/** What a column of sentences needs on a phone: a narrower one would be read as a column of single words. */
const readable = 110;
/** Of a shorter text: it may stand on two lines. */
const onTwoLines = 0.6;
const sizes = [
  { size: 15, padding: 6 },
  { size: 14, padding: 3 },
];

/**
 * The view of a table of text. A column whose cells are all figures is set to the end side. How much room the words need is
 * measured in a wide font, so that the layout holds whatever sans the reader has.
 *
 * @param measure available width in px
 */
export function tableView(block: TableBlock, measure: number, context: ViewContext): TableView {
  const lines = block.children.map(({ children }) =>
    children.map((cell) => lineView(cell.children, context)),
  );
  // A header row alone is headings of nothing.
  const hasHead = block.headerRow && lines.length > 1;
  const body = hasHead ? lines.slice(1) : lines;
  const labels = hasHead ? (lines[0] ?? []).map(seenIn) : [];
  const figures = (lines[0] ?? []).map((_, column) => areFigures(body.map((row) => seenIn(row[column]))));
  const cellOf = (line: LineView, column: number): TableCellView => {
    const seen = seenIn(line);
    const label = seen.trim() === '' ? '' : (labels[column] ?? '').trim();
    return {
      ...line,
      seen,
      label: label === '' ? null : `${label}${word(context.words.mail, 'colon')}`,
      figures: figures[column] ?? false,
      breaks: widestWord(seen, 15) > longestWord,
    };
  };
  const rows = body.map((row, at) => ({ odd: at % 2 === 0, cells: row.map(cellOf) }));
  const head = hasHead ? (lines[0] ?? []).map(cellOf) : null;
  const fits = fitting(head, rows, measure);
  return { template: 'table', head, rows, stacks: fits.layout.startsWith('stacks-'), ...fits };
}

/** What a reader sees of a line. */
function seenIn(line: LineView | undefined): string {
  return (line?.children ?? []).flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
}

const nothing = /^[-–—]?$/;

/** Whether the cells of a column are figures; empty ones and dashes say nothing. */
function areFigures(texts: readonly string[]): boolean {
  const said = texts.map((text) => text.trim()).filter((text) => !nothing.test(text));
  return said.length > 0 && said.every((text) => figureOf(text) !== null);
}

/** The largest letters with which a table keeps its words whole, and where it stops being one. */
function fitting(
  head: readonly TableCellView[] | null,
  rows: TableView['rows'],
  measure: number,
): Pick<TableView, 'layout' | 'size' | 'padding'> {
  const all = [...(head ? [head] : []), ...rows.map(({ cells }) => cells)];
  const columns = (all[0] ?? []).map((_, column) => all.flatMap((row) => row[column] ?? []));
  const needed = (size: number, padding: number, least: number) =>
    columns
      .map((cells) =>
        Math.max(...cells.map((cell) => roomOf(cell, size, head?.includes(cell) ?? false, least))),
      )
      .reduce((sum, width) => sum + width + 2 * padding, 0);
  const [roomy = { size: 15, padding: 6 }, compact = roomy] = sizes;
  const look = needed(roomy.size, roomy.padding, 0) <= measure ? roomy : compact;
  const words = needed(look.size, look.padding, 0);
  if (words > measure) return { layout: 'stacked', ...roomy };
  if (needed(look.size, look.padding, readable) <= Math.min(phone, measure))
    return { layout: 'table', ...look };
  return { layout: words <= measure * shrunk ? 'stacks-below-480' : 'stacks-below-600', ...look };
}

/** The room of a cell in px: of its longest word, and of `least` px unless the text needs less. */
function roomOf(cell: TableCellView, size: number, heading: boolean, least: number): number {
  const bold = heading || cell.children.some(({ texts }) => texts.some((text) => text.bold));
  const whole = Math.max(...cell.seen.split('\n').map((line) => wideWidth(line, size, bold)));
  // A figure is one word, whatever space parts its thousands.
  const isFigure = cell.figures && !heading;
  const longest = cell.breaks ? longestWord : isFigure ? whole : widestWord(cell.seen, size, bold);
  return Math.max(longest, Math.min(whole * onTwoLines, least));
}
