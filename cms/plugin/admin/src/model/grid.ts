/** A cell of a grid, by its row and column, each from 0. */
export interface Cell {
  row: number;
  column: number;
}

/** What is selected: from where it was begun to the cell that has the keyboard. */
export interface Selection {
  anchor: Cell;
  focus: Cell;
}

/** A rectangle of cells, ends included. */
export interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Rows and columns of a grid. */
interface GridSize {
  rows: number;
  columns: number;
}

/** How a column reads and writes the rows of a grid. What is typed, pasted and copied are texts. */
export interface ColumnTexts<Row> {
  copy: (row: Row) => string;
  write: (row: Row, text: string) => Row;
  clear: (row: Row) => Row;
  isReadOnly?: boolean;
}

/** Rows that a page of the keyboard's page keys has. */
const pageRows = 10;

export function selectionAt(row: number, column: number): Selection {
  return { anchor: { row, column }, focus: { row, column } };
}

export function areaOf({ anchor, focus }: Selection): Area {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** Brings a selection back into a grid that has become smaller. Pure. */
export function within({ anchor, focus }: Selection, size: GridSize): Selection {
  const bounded = ({ row, column }: Cell): Cell => ({
    row: Math.max(0, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  });
  return { anchor: bounded(anchor), focus: bounded(focus) };
}

/** Keys that were pressed, as the browser names them. */
interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/**
 * Where the keyboard goes: arrows, Home, End, Page Up and Page Down as the pattern of the ARIA grid has them; with Shift the selection grows.
 * Pure.
 *
 * @param isRtl whether the first column stands to the right
 * @returns null for keys that do not move
 */
export function moveBy(
  pressed: Pressed,
  selection: Selection,
  size: GridSize,
  isRtl: boolean,
): Selection | null {
  const { row, column } = selection.focus;
  const isFar = pressed.ctrlKey || pressed.metaKey;
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const sideways = (by: 1 | -1): Cell => ({
    row,
    column: isFar ? (by < 0 ? 0 : lastColumn) : column + by,
  });
  const updown = (by: number): Cell => ({ row: isFar ? (by < 0 ? 0 : lastRow) : row + by, column });
  const goals: Record<string, () => Cell> = {
    ArrowUp: () => updown(-1),
    ArrowDown: () => updown(1),
    ArrowLeft: () => sideways(isRtl ? 1 : -1),
    ArrowRight: () => sideways(isRtl ? -1 : 1),
    PageUp: () => ({ row: row - pageRows, column }),
    PageDown: () => ({ row: row + pageRows, column }),
    Home: () => ({ row: isFar ? 0 : row, column: 0 }),
    End: () => ({ row: isFar ? lastRow : row, column: lastColumn }),
  };
  const goal = Object.hasOwn(goals, pressed.key) ? goals[pressed.key]?.() : undefined;
  if (goal === undefined) return null;
  return within({ anchor: pressed.shiftKey ? selection.anchor : goal, focus: goal }, size);
}

/** The texts of an area, row by row. Pure. */
export function copied<Row>(
  rows: readonly Row[],
  columns: readonly ColumnTexts<Row>[],
  { top, bottom, left, right }: Area,
): string[][] {
  return rows
    .slice(top, bottom + 1)
    .map((row) => columns.slice(left, right + 1).map((column) => column.copy(row)));
}

/** Empties an area, but for what is only shown. Pure. */
export function cleared<Row>(
  rows: readonly Row[],
  columns: readonly ColumnTexts<Row>[],
  { top, bottom, left, right }: Area,
): Row[] {
  const own = columns.slice(left, right + 1).filter(({ isReadOnly }) => !isReadOnly);
  return rows.map((row, at) =>
    at < top || at > bottom ? row : own.reduce<Row>((emptied, column) => column.clear(emptied), row),
  );
}

/**
 * Puts a table of texts into a grid, from the first cell of an area on. One text alone fills the area; a table of one row is repeated in each
 * of its rows. Rows that are lacking are made. Pure.
 *
 * @param createRow null where the grid has as many rows as it has
 */
export function pasteInto<Row>(
  rows: readonly Row[],
  columns: readonly ColumnTexts<Row>[],
  area: Area,
  table: readonly (readonly string[])[],
  createRow: (() => Row) | null,
): { rows: Row[]; area: Area; droppedRows: number; droppedColumns: number; replaced: number } {
  const { top, left } = area;
  const width = Math.max(0, ...table.map((texts) => texts.length));
  const isOne = table.length === 1 && width === 1;
  const height = table.length === 1 ? area.bottom - top + 1 : table.length;
  const wide = isOne ? area.right - left + 1 : width;
  const room = createRow === null ? Math.min(height, rows.length - top) : height;
  const pasted = [...rows];
  while (createRow !== null && pasted.length < top + room) pasted.push(createRow());
  const fitting = columns.slice(left, left + wide);
  let replaced = 0;
  for (let at = 0; at < room; at += 1) {
    const texts = table[table.length === 1 ? 0 : at] ?? [];
    const row = pasted[top + at];
    if (row === undefined) continue;
    pasted[top + at] = fitting.reduce<Row>((written, column, place) => {
      const text = isOne ? texts[0] : texts[place];
      if (text === undefined || column.isReadOnly) return written;
      const next = column.write(written, text);
      const before = column.copy(written);
      if (before !== '' && before !== column.copy(next)) replaced += 1;
      return next;
    }, row);
  }
  const right = left + Math.max(1, fitting.length) - 1;
  return {
    rows: pasted,
    area: { top, left, right, bottom: top + Math.max(1, room) - 1 },
    droppedRows: height - room,
    droppedColumns: wide - fitting.length,
    replaced,
  };
}

/** Repeats the first row of an area in the others. Pure. */
export function filledDown<Row>(
  rows: readonly Row[],
  columns: readonly ColumnTexts<Row>[],
  area: Area,
): Row[] {
  const first = copied(rows, columns, { ...area, bottom: area.top });
  return pasteInto(rows, columns, area, first, null).rows;
}

/** Repeats the first column of an area in the others. Pure. */
export function filledAcross<Row>(
  rows: readonly Row[],
  columns: readonly ColumnTexts<Row>[],
  area: Area,
): Row[] {
  const table = copied(rows, columns, { ...area, right: area.left }).map(([text = '']) =>
    Array.from({ length: area.right - area.left + 1 }, () => text),
  );
  return pasteInto(rows, columns, area, table, null).rows;
}
