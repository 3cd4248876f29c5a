/** A table that was pasted, ready for the grid, or why it is refused. */
type Judged =
  { table: string[][]; hadHeadings: boolean } | { refused: 'transposed' | 'other-order'; named: string };

/** As many headings as tell a row of periods from a row of figures: one may be a figure such as 2022. */
const fewestHeadings = 2;

/**
 * Looks for the periods' headings in a table that is to be pasted among figures. A first row of them is left out where they stand in the
 * order of the sheet; in another order, or down the first column, the figures would stand under the wrong period. Pure.
 *
 * @param headings what the columns are called from where the table is to be pasted on; empty for one that holds no figures
 */
export function judgeTable(table: readonly (readonly string[])[], headings: readonly string[]): Judged {
  const known = new Set(headings.map(plain).filter((heading) => heading !== ''));
  const found = (texts: readonly string[]) => texts.filter((text) => known.has(plain(text)));
  const [first = [], ...rest] = table;
  const inFirst = found(first);
  if (inFirst.length >= fewestHeadings) {
    const isInOrder = first.every(
      (text, at) => !known.has(plain(text)) || plain(text) === plain(headings[at] ?? ''),
    );
    if (!isInOrder) return { refused: 'other-order', named: inFirst.join(' · ') };
    return { table: rest.map((texts) => [...texts]), hadHeadings: true };
  }
  const down = found(table.map(([text = '']) => text));
  if (down.length >= fewestHeadings) return { refused: 'transposed', named: down.join(' · ') };
  return { table: table.map((texts) => [...texts]), hadHeadings: false };
}

/** Reads what spreadsheets hand over as plain text: cells between tabs, those with line breaks in quotes. Pure. */
export function readTabs(text: string): string[][] {
  const rows: string[][] = [[]];
  // A cell and what ends it: the text ends with a line, as spreadsheets write it.
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\r\n])|([^\t\r\n]*))(\t|\r?\n|\r)/g;
  for (const [, quoted, bare = '', end] of `${text.replace(/\r?\n$/, '')}\n`.matchAll(cells)) {
    const cell = quoted === undefined ? bare : quoted.replaceAll('""', '"');
    rows.at(-1)?.push(cell.replace(/\s+/g, ' ').trim());
    if (end !== '\t') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Writes texts for a spreadsheet. Pure. */
export function writeTabs(table: readonly (readonly string[])[]): string {
  return table
    .map((texts) =>
      texts.map((text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'),
    )
    .join('\n');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
