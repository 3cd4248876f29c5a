import type { Direction } from '../../contract/primitives';
import { splitRuns } from '../../view/typography/isolate';

/**
 * Finishes the text part: no white space at line ends, no more than one empty line in a row, one line end at the end, runs of
 * the other direction isolated.
 */
export function finishText(text: string, base: Direction): string {
  return `${text
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n')
    .map((line) => isolateLine(line, base))
    .join('\n')}\n`;
}

/** What opens an isolate of a direction, and what closes it. @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates */
const opens = { ltr: '\u2066', rtl: '\u2067' };
const closes = '\u2069';

/** A line with an address alone: programs that make links of addresses may take the mark after it for a part of it. */
const address = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/\S+|S[0-9a-f]{20}_\w+S)$/i;

const marks = { ltr: '\u200e', rtl: '\u200f' };
const rtlLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** What {@link rowOfCells} puts between cells; a figure may have a mark of the other direction of its own. */
const betweenCells = { ltr: /((?:^| {2})\u200e)/, rtl: /((?:^| {2})\u200f)/ };

/**
 * A row of a table as one line. If its cells would change places (words of the other direction side by side are read as one phrase),
 * each begins with a mark of the direction, which has no width, and is isolated by itself when the text is finished.
 */
export function rowOfCells(cells: readonly string[], base: Direction, gap: string): string {
  if (base === 'ltr' && !cells.some((cell) => rtlLetter.test(cell))) return cells.join(gap);
  return marks[base] + cells.join(gap + marks[base]);
}

/** A line is a paragraph of its own to whatever shows it, so its runs are isolated after it was wrapped. */
function isolateLine(line: string, base: Direction): string {
  if (address.test(line)) return line;
  const between = betweenCells[base];
  const cells = line.split(between);
  if (cells.length > 1)
    return cells.map((cell) => (between.test(cell) ? cell : isolateRuns(cell, base))).join('');
  const isRow = line.length <= longestRow && columns.test(line);
  const isolated = isolateRuns(line, base);
  return base === 'rtl' && (isRow || beginsLatin.test(isolated)) ? marks.rtl + isolated : isolated;
}

function isolateRuns(text: string, base: Direction): string {
  return splitRuns(text, base)
    .map((run) => {
      if (run.direction === null || readsRightly(run.text, run.direction)) return run.text;
      const inner = run.direction === 'rtl' ? isolateLine(run.text, 'rtl') : run.text;
      return opens[run.direction] + inner + closes;
    })
    .join('');
}

/** A row of figures without a word: a viewer that takes a line's direction from its letters would turn its columns round. */
const columns = /^[^\p{L}\n]*\d[^\p{L}\n]* {2,}\S*\d[^\p{L}]*$/u;
/** Characters; a longer line is no row that anybody reads. */
const longestRow = 500;
/** An Arabic line whose first letter is Latin, and not isolated: the same viewer would read it from the left. */
const beginsLatin = /^[^\p{L}\u2066\u2067]*(?![\u0590-\u08ff])\p{L}.*[\u0590-\u08ff]/u;

/**
 * Latin words that begin and end with a letter, and dates and times, are kept together by every viewer (UAX 9, rules W4, W7
 * and N1); each mark is one more to go wrong.
 */
function readsRightly(text: string, direction: Direction): boolean {
  return direction === 'ltr' && /^(?:\p{L}(?:[^\u0590-\u08ff]*[\p{L}\d])?|\d+(?:[.,:/]\d+)*)$/u.test(text);
}
