import type { Block, Body } from '@nachra/renderer';

import { nestItems, type Found } from './found-blocks';
import { inlinesOf, settle } from './inlines';

/** A line of at least this many characters, and nearly as long as the longest, was ended by the page, not by its author. */
const fullLine = { characters: 40, part: 0.75 };

const bullet = /^\s*(?:[•◦▪●‣∙·*–-]|\uf0b7)[ \t\u00a0]+(?=\S)/;
const number = /^\s*\(?\d{1,3}[.)][ \t\u00a0]+(?=\S)/;

/**
 * Plain text as a body: paragraphs are what empty lines part, and the lines of a PDF, which end where the page did, are joined
 * again, with the words that were divided. Lines with marks are lists, and rows of cells a table. Pure.
 */
export function readPlain(text: string): Body {
  const parts = text.replace(/\r\n?|[\u2028\u2029\f]/g, '\n').split(/\n[ \t]*\n+/);
  return nestItems(parts.flatMap((part) => readPart(part.split('\n').filter((line) => line.trim() !== ''))));
}

function readPart(lines: readonly string[]): Found[] {
  const cells = lines.map((line) => line.split('\t'));
  const columns = cells[0]?.length ?? 0;
  if (
    columns > 1 &&
    columns <= 8 &&
    lines.length > 1 &&
    lines.length <= 60 &&
    cells.every(({ length }) => length === columns)
  )
    return [tableOf(cells)];
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  const isFull = (line: string) =>
    line.length >= fullLine.characters && line.length >= longest * fullLine.part;
  const found: { item: 'ordered' | 'unordered' | null; text: string; last: string; end: string }[] = [];
  for (const line of lines) {
    const mark = bullet.test(line) ? bullet : number.test(line) ? number : null;
    const before = found.at(-1);
    const words = mark ? line.replace(mark, '') : line.trim();
    const isDivided = before !== undefined && /\p{Ll}-$/u.test(before.end) && /^\p{Ll}/u.test(words);
    if (before && !mark && (isDivided || isFull(before.last))) {
      before.text = isDivided ? before.text.slice(0, -1) + words : `${before.text} ${words}`;
      Object.assign(before, { last: line, end: words.slice(-2) });
    } else {
      const item = mark === bullet ? 'unordered' : mark ? 'ordered' : null;
      found.push({ item, text: words, last: line, end: words.slice(-2) });
    }
  }
  return found.flatMap(({ item, text }): Found[] =>
    settle([{ text, styles: {} }]).map((runs) => {
      const children = inlinesOf(runs);
      return item ? { type: 'item', level: 1, format: item, children } : { type: 'paragraph', children };
    }),
  );
}

function tableOf(rows: readonly (readonly string[])[]): Block {
  return {
    type: 'table',
    headerRow: true,
    children: rows.map((cells) => ({
      type: 'table-row',
      children: cells.map((text) => ({
        type: 'table-cell',
        children: [{ type: 'text', text: text.trim() }],
      })),
    })),
  };
}
