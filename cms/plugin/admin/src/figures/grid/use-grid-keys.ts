import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';

import { copied, moveBy, selectionAt, type Cell } from '../../model/grid';
import { putTable, tableOf } from '../clipboard';
import type { GridColumn } from './grid-column';
import type { GridState } from './use-grid';

interface Handled<Row> {
  grid: GridState;
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  disabled: boolean;
  onPaste: (table: string[][]) => void;
}

/** What the keyboard, the mouse and the clipboard do in a sheet, as in the spreadsheets that people know. */
export function gridHandlers<Row>({ grid, rows, columns, disabled, onPaste }: Handled<Row>) {
  const { selection, area } = grid;
  const size = { rows: rows.length, columns: columns.length };
  const focused = columns[selection.focus.column];

  const withControl: Record<string, () => void> = {
    a: () =>
      grid.select({
        anchor: { row: 0, column: 0 },
        focus: { row: size.rows - 1, column: size.columns - 1 },
      }),
    d: () => grid.fill('down'),
  };
  const plain: Record<string, () => void> = {
    Enter: () => (focused?.kind === 'flag' ? grid.toggle(selection.focus) : grid.edit()),
    F2: () => grid.edit(),
    Delete: grid.clear,
    Backspace: grid.clear,
    Escape: () => grid.select(selectionAt(selection.focus.row, selection.focus.column)),
  };

  function act(event: KeyboardEvent, action: (() => void) | undefined): boolean {
    if (action === undefined) return false;
    event.preventDefault();
    action();
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    if (isField(event.target)) return;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const moved = moveBy(event, selection, size, isRtl);
    if (moved !== null) {
      event.preventDefault();
      grid.select(moved);
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      act(event, Object.hasOwn(withControl, event.key) ? withControl[event.key] : undefined);
      return;
    }
    if (act(event, Object.hasOwn(plain, event.key) ? plain[event.key] : undefined) || event.altKey) return;
    if (event.key === '=' && isAsked()) act(event, grid.settle);
    else if (event.key === ' ' && focused?.kind === 'flag') act(event, () => grid.toggle(selection.focus));
    else if (event.key.length === 1)
      act(event, () => (focused?.kind === 'choice' ? grid.edit() : grid.edit(event.key)));
    // A dead key, or an input method, goes on in the field.
    else if (event.key === 'Dead' || event.key === 'Process') grid.edit('');
  }

  function isAsked(): boolean {
    const row = rows[selection.focus.row];
    return row !== undefined && focused?.mark?.(row)?.kind === 'asked';
  }

  function onMouseDown(event: MouseEvent<HTMLTableElement>): void {
    const cell = cellOf(event.target);
    if (cell === null || isField(event.target) || event.button === 1) return;
    // What is being written in another cell is kept.
    if (grid.editing !== null && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // The right button opens the menu for what is selected.
    if (event.button === 2 && isWithin(cell)) return;
    event.preventDefault();
    grid.select(event.shiftKey ? { anchor: selection.anchor, focus: cell } : { anchor: cell, focus: cell });
  }

  function isWithin({ row, column }: Cell): boolean {
    return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
  }

  function onMouseOver(event: MouseEvent<HTMLTableElement>): void {
    const cell = event.buttons === 1 && grid.editing === null ? cellOf(event.target) : null;
    if (cell !== null) grid.select({ anchor: selection.anchor, focus: cell });
  }

  function onClick(event: MouseEvent<HTMLTableElement>): void {
    const isTick = event.target instanceof Element && event.target.closest('.tick') !== null;
    const cell = isTick && !event.shiftKey && !disabled ? cellOf(event.target) : null;
    if (cell !== null) grid.toggle(cell);
  }

  function onCopy(event: ClipboardEvent<HTMLTableElement>): void {
    if (isField(event.target)) return;
    event.preventDefault();
    putTable(event.clipboardData, copied(rows, columns, area));
    if (event.type === 'cut') grid.clear();
  }

  function onPasted(event: ClipboardEvent<HTMLTableElement>): void {
    const table = tableOf(event.clipboardData);
    const isOne = table.length === 1 && table[0]?.length === 1;
    if (isField(event.target)) {
      if (isOne) return;
      grid.done(null, 'stay');
    }
    event.preventDefault();
    onPaste(table);
  }

  return {
    ...{ onKeyDown, onMouseDown, onMouseOver, onClick, onCopy, onCut: onCopy, onPaste: onPasted },
    onDoubleClick: (event: MouseEvent<HTMLTableElement>) => {
      if (cellOf(event.target) !== null && !isField(event.target)) grid.edit();
    },
  };
}

/** The cell that something of the page lies in; null elsewhere. */
function cellOf(target: EventTarget): Cell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, select') !== null;
}
