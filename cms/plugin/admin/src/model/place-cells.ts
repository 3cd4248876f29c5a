/** A cell of a table as a clipboard holds it, and how many columns and rows it covers. */
interface PastedCell {
  text: string;
  columns: number;
  rows: number;
}

/** More of a table is left out: no dashboard has it, and a cell may claim to cover thousands. */
const most = { rows: 1_000, columns: 100 };

/**
 * The texts of a table by their places, row by row. A cell that covers several columns or rows stands in the first of them and
 * the others are empty: merged cells, and what Excel writes for a text that is wider than its column. White space is one space,
 * since Excel wraps the lines of its HTML where they are long. Pure.
 */
export function placeCells(rows: readonly (readonly PastedCell[])[]): string[][] {
  const read = rows.slice(0, most.rows);
  const placed = read.map((): (string | undefined)[] => []);
  read.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (placed[at]?.[column] !== undefined) column += 1;
      const end = Math.min(column + cell.columns, most.columns);
      for (const row of placed.slice(at, at + cell.rows))
        for (let covered = column; covered < end; covered += 1) row[covered] = '';
      const own = placed[at];
      if (own && column < end) own[column] = cell.text.replace(/\s+/g, ' ').trim();
      column = end;
    }
  });
  return placed.map((row) => Array.from(row, (text) => text ?? ''));
}
