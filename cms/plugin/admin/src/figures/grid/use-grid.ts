import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

import {
  areaOf,
  cleared,
  filledAcross,
  filledDown,
  pasteInto,
  selectionAt,
  within,
  type Area,
  type Cell,
  type Selection,
} from '../../model/grid';
import type { RowOperation } from '../../model/sheet';
import { cellSelector, flagTexts, type AfterEdit, type GridColumn } from './grid-column';

interface GridOptions<Row> {
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  /** Null where the sheet has as many rows as it has. */
  createRow: (() => Row) | null;
  disabled: boolean;
  onChange: (rows: Row[], operations: RowOperation[]) => void;
  /** Where the sheet stands in the page. */
  table: RefObject<HTMLTableElement>;
}

/** What a sheet can do, and what of it is selected. Each function changes the rows by one step that can be undone. */
export interface GridState {
  selection: Selection;
  area: Area;
  /** The text that the edited cell began with; null while none is edited. */
  editing: string | null;
  select: (selection: Selection) => void;
  /** @param begin what the field begins with; what the cell holds if it is left out */
  edit: (begin?: string) => void;
  done: (text: string | null, next: AfterEdit) => void;
  toggle: (cell: Cell) => void;
  clear: () => void;
  fill: (direction: 'down' | 'across') => void;
  /** @returns how many rows and columns found no room, and how many filled cells were replaced */
  paste: (table: readonly (readonly string[])[]) => { rows: number; columns: number; replaced: number };
  insertRow: (at: number) => void;
  /** Adds a row behind the last one, and puts the keyboard into what it is called by. */
  addRow: () => void;
  duplicateRows: () => void;
  deleteRows: () => void;
  /** Says that the figure of the focused cell is right. */
  settle: () => void;
}

/** The state of a sheet: its selection, the cell that is edited, and every way to change its rows. */
export function useGrid<Row>(options: GridOptions<Row>): GridState {
  const { rows, columns, table } = options;
  const [asked, setAsked] = useState(() => selectionAt(0, 0));
  const [editing, setEditing] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const selection = within(asked, { rows: rows.length, columns: columns.length });

  // What the functions below begin with: they stay the same, so that rows are not drawn anew.
  const now = useRef({ ...options, selection });
  useLayoutEffect(() => {
    now.current = { ...options, selection };
  });

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing !== null) return;
    wantsFocus.current = false;
    table.current?.querySelector<HTMLElement>(cellSelector(selection.focus))?.focus();
  });

  const select = useCallback((next: Selection): void => {
    wantsFocus.current = true;
    setEditing(null);
    setAsked(next);
  }, []);

  const change = useCallback(
    (next: Row[], operations: RowOperation[]): void => {
      // Whoever has gone elsewhere meanwhile is not fetched back.
      wantsFocus.current ||= table.current?.contains(document.activeElement) === true;
      now.current.onChange(next, operations);
    },
    [table],
  );

  const writeCell = useCallback(
    ({ row: at, column: place }: Cell, text: string): void => {
      const { rows: before, columns: known, disabled } = now.current;
      const [row, column] = [before[at], known[place]];
      if (disabled || row === undefined || column === undefined || column.isReadOnly) return;
      const written = column.write(row, text);
      change(
        before.map((one, index) => (index === at ? written : one)),
        [updated(at, at)],
      );
    },
    [change],
  );

  const edit = useCallback((begin?: string): void => {
    const { rows: known, columns: all, selection: shown, disabled } = now.current;
    const [row, column] = [known[shown.focus.row], all[shown.focus.column]];
    if (disabled || row === undefined || !column || column.isReadOnly || column.kind === 'flag') return;
    setAsked({ anchor: shown.focus, focus: shown.focus });
    setEditing(begin ?? column.copy(row));
  }, []);

  const done = useCallback(
    (text: string | null, next: AfterEdit): void => {
      const { selection: shown, rows: known, columns: all } = now.current;
      const { row, column } = shown.focus;
      if (text !== null) writeCell(shown.focus, text);
      setEditing(null);
      if (next === 'away') return;
      const size = { rows: known.length, columns: all.length };
      const goal = {
        stay: selectionAt(row, column),
        down: selectionAt(row + 1, column),
        forward: selectionAt(row, column + 1),
      }[next];
      select(within(goal, size));
    },
    [select, writeCell],
  );

  const toggle = useCallback(
    (cell: Cell): void => {
      const { rows: known, columns: all } = now.current;
      const [row, column] = [known[cell.row], all[cell.column]];
      if (row === undefined || column?.kind !== 'flag') return;
      writeCell(cell, column.show(row) === '' ? flagTexts.yes : flagTexts.no);
    },
    [writeCell],
  );

  /** Writes an area at once, by one of the pure functions of the model. */
  const rewrite = useCallback(
    (write: (known: readonly Row[], all: readonly GridColumn<Row>[], area: Area) => Row[]): void => {
      const { rows: known, columns: all, selection: shown, disabled } = now.current;
      const area = areaOf(shown);
      if (!disabled) change(write(known, all, area), [updated(area.top, area.bottom)]);
    },
    [change],
  );

  const paste = useCallback(
    (texts: readonly (readonly string[])[]) => {
      const { rows: known, columns: all, selection: shown, disabled, createRow } = now.current;
      if (disabled || texts.length === 0) return { rows: 0, columns: 0, replaced: 0 };
      const pasted = pasteInto(known, all, areaOf(shown), texts, createRow);
      const { area } = pasted;
      change(pasted.rows, [
        updated(area.top, Math.min(area.bottom, known.length - 1)),
        ...(pasted.rows.length > known.length ? [created(known.length, pasted.rows.length)] : []),
      ]);
      setAsked({
        anchor: { row: area.top, column: area.left },
        focus: { row: area.top, column: area.left },
      });
      return { rows: pasted.droppedRows, columns: pasted.droppedColumns, replaced: pasted.replaced };
    },
    [change],
  );

  const insertRow = useCallback(
    (at: number): void => {
      const { rows: known, createRow, selection: shown, disabled } = now.current;
      if (disabled || createRow === null) return;
      change([...known.slice(0, at), createRow(), ...known.slice(at)], [created(at, at + 1)]);
      setAsked(selectionAt(at, shown.focus.column));
    },
    [change],
  );

  const addRow = useCallback((): void => {
    const { rows: known, columns: all } = now.current;
    insertRow(known.length);
    select(
      selectionAt(
        known.length,
        Math.max(
          0,
          all.findIndex((column) => column.isRowHeader),
        ),
      ),
    );
  }, [insertRow, select]);

  const duplicateRows = useCallback((): void => {
    const { rows: known, createRow, selection: shown, disabled } = now.current;
    const { top, bottom } = areaOf(shown);
    if (disabled || createRow === null) return;
    const copies = known.slice(top, bottom + 1);
    const after = bottom + 1;
    change(
      [...known.slice(0, after), ...copies, ...known.slice(after)],
      [created(after, after + copies.length)],
    );
  }, [change]);

  const deleteRows = useCallback((): void => {
    const { rows: known, createRow, selection: shown, disabled } = now.current;
    const { top, bottom } = areaOf(shown);
    if (disabled || createRow === null) return;
    const left = known.filter((_, at) => at < top || at > bottom);
    const removed: RowOperation = { type: 'DELETE', fromRowIndex: top, toRowIndex: bottom + 1 };
    // A sheet without a row could not be typed into.
    change(left.length > 0 ? left : [createRow()], left.length > 0 ? [removed] : [removed, created(0, 1)]);
    setAsked(selectionAt(top, shown.focus.column));
  }, [change]);

  const settle = useCallback((): void => {
    const { rows: known, columns: all, selection: shown, disabled } = now.current;
    const { row: at, column: place } = shown.focus;
    const [row, column] = [known[at], all[place]];
    if (disabled || row === undefined || column?.mark?.(row)?.kind !== 'asked' || !column.settle) return;
    const settled = column.settle(row);
    change(
      known.map((one, index) => (index === at ? settled : one)),
      [updated(at, at)],
    );
  }, [change]);

  return {
    ...{ selection, area: areaOf(selection), editing, select, edit, done, toggle, paste },
    ...{ insertRow, addRow, duplicateRows, deleteRows, settle },
    clear: useCallback(() => rewrite(cleared), [rewrite]),
    fill: useCallback((direction) => rewrite(direction === 'down' ? filledDown : filledAcross), [rewrite]),
  };
}

/** @param to the last one */
function updated(from: number, to: number): RowOperation {
  return { type: 'UPDATE', fromRowIndex: from, toRowIndex: to + 1 };
}

/** @param to the one behind the last */
function created(from: number, to: number): RowOperation {
  return { type: 'CREATE', fromRowIndex: from, toRowIndex: to };
}
