import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';

import { useText } from '../../hooks/use-text';
import { copied, type Area, type Cell } from '../../model/grid';
import { writeTabs } from '../../model/pasted-table';
import type { RowOperation } from '../../model/sheet';
import { tableOfClipboard } from '../clipboard';
import type { GridColumn } from './grid-column';
import { GridMenu, type MenuItem } from './GridMenu';
import { frozenAt, GridRow, type Offsets } from './GridRow';
import { GridFrame } from './grid-frame';
import { useColumnInSight } from './use-column-in-sight';
import { useGrid } from './use-grid';
import { gridHandlers } from './use-grid-keys';

/** A table on its way into a sheet: as it is to be pasted, with what is to be said of it; or what was done with it, or why nothing was. */
export type Prepared = { table: string[][]; told?: string } | { done: string };

interface GridProps<Row> {
  /** What the sheet is called, to who hears it. */
  name: string;
  rows: readonly Row[];
  columns: readonly GridColumn<Row>[];
  /** Left out where the sheet has as many rows as it has. */
  createRow?: () => Row;
  disabled: boolean;
  onChange: (rows: Row[], operations: RowOperation[]) => void;
  prepare?: (table: string[][], at: Cell) => Prepared;
  /** The column that is in sight when the sheet is opened, where not all have room. */
  openedAt?: number;
  /** What the menu offers besides rows. */
  menu?: (area: Area) => MenuItem[];
}

/**
 * A sheet as spreadsheets have them, built as the ARIA pattern of a grid: one stop for Tab, arrows within, typing replaces, Enter and F2 edit,
 * copy and paste, a menu. Each cell is one of a table with headings, so that it is read with its row and column.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { name, rows, columns, createRow, disabled, onChange, prepare, openedAt, menu } = props;
  const text = useText();
  const tableRef = useRef<HTMLTableElement>(null);
  const grid = useGrid({ rows, columns, createRow: createRow ?? null, disabled, onChange, table: tableRef });
  useColumnInSight(tableRef, openedAt);
  const [told, setTold] = useState('');
  const status = useRef<HTMLSpanElement>(null);
  // Below a long sheet nobody would see why nothing was pasted.
  useEffect(() => {
    if (told !== '') status.current?.scrollIntoView({ block: 'nearest' });
  }, [told]);
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null);
  const { selection, area, editing } = grid;
  const { focus } = selection;

  const offsets = useMemo((): Offsets => offsetsOf(columns), [columns]);
  const frozenWidth = columns.reduce((sum, { isFrozen, width }) => (isFrozen ? sum + width : sum), 0);
  const words = useMemo(() => ({ yes: text('figures.yes'), no: text('figures.no') }), [text]);

  const paste = (table: string[][]): void => {
    const prepared = prepare?.(table, { row: area.top, column: area.left }) ?? { table };
    if ('done' in prepared) return setTold(prepared.done);
    const { rows: lost, columns: narrow, replaced } = grid.paste(prepared.table);
    const said = [
      'told' in prepared ? (prepared.told ?? '') : '',
      lost + narrow > 0 ? text('figures.paste.dropped', { rows: lost, columns: narrow }) : '',
      replaced > 0 ? text('figures.paste.replaced', { cells: replaced }) : '',
    ];
    setTold(said.filter((sentence) => sentence !== '').join(' '));
  };
  const handlers = gridHandlers({ grid, rows, columns, disabled, onPaste: paste });

  const mark =
    rows[focus.row] === undefined ? null : (columns[focus.column]?.mark?.(rows[focus.row] as Row) ?? null);
  const openMenu = (event: MouseEvent<HTMLTableElement>): void => {
    if (disabled || editing !== null) return;
    event.preventDefault();
    const cell = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    const { left, bottom } = (cell ?? event.currentTarget).getBoundingClientRect();
    // The keyboard's menu key has no place of its own.
    const isKey = event.clientX === 0 && event.clientY === 0;
    setMenuAt(isKey ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY });
  };
  const items = (): MenuItem[] => [
    { label: text('figures.menu.copy'), act: () => void copy() },
    {
      label: text('figures.menu.cut'),
      act: () => void copy().then(grid.clear),
    },
    {
      label: text('figures.menu.paste'),
      // Where the clipboard may not be read nothing is pasted; the browser has asked, and the keyboard still pastes.
      act: () => void tableOfClipboard().then(paste, () => setTold(text('figures.paste.closed'))),
    },
    ...(area.bottom > area.top
      ? [{ label: text('figures.menu.fill-down'), act: () => grid.fill('down') }]
      : []),
    ...(area.right > area.left
      ? [{ label: text('figures.menu.fill-across'), act: () => grid.fill('across') }]
      : []),
    ...(createRow
      ? [
          { label: text('figures.menu.insert-above'), act: () => grid.insertRow(area.top) },
          { label: text('figures.menu.insert-row'), act: () => grid.insertRow(area.bottom + 1) },
          {
            label: text('figures.menu.duplicate', { rows: area.bottom - area.top + 1 }),
            act: grid.duplicateRows,
          },
          { label: text('figures.menu.delete', { rows: area.bottom - area.top + 1 }), act: grid.deleteRows },
        ]
      : []),
    ...(menu?.(area) ?? []),
  ];
  const copy = () => navigator.clipboard.writeText(writeTabs(copied(rows, columns, area)));

  return (
    <GridFrame>
      <div className="scrolled" style={{ scrollPaddingInlineStart: `${frozenWidth}rem` }}>
        <table
          ref={tableRef}
          role="grid"
          aria-label={name}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          aria-multiselectable="true"
          aria-readonly={disabled}
          {...handlers}
          onContextMenu={openMenu}
        >
          <thead>
            <tr role="row" aria-rowindex={1}>
              {columns.map(({ key, title, width, kind, isFrozen }, at) => (
                <th
                  key={key}
                  role="columnheader"
                  scope="col"
                  aria-colindex={at + 1}
                  className={[kind, isFrozen ? 'frozen' : ''].join(' ').trim()}
                  style={{ ...frozenAt(offsets[at]), minWidth: `${width}rem`, width: `${width}rem` }}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <GridRow<Row>
                key={at}
                {...{ row, at, columns, offsets, disabled, words }}
                selected={at >= area.top && at <= area.bottom ? `${area.left}:${area.right}` : null}
                focused={at === focus.row ? focus.column : null}
                editing={at === focus.row ? editing : null}
                onDone={grid.done}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="below">
        {createRow && !disabled && (
          <Button type="button" variant="tertiary" startIcon={<Plus />} onClick={grid.addRow}>
            {text('figures.row.add')}
          </Button>
        )}
        <Typography tag="p" variant="pi" textColor={mark?.kind === 'wrong' ? 'danger600' : 'neutral700'}>
          <span role="status" ref={status}>
            {[mark?.sentence, told].filter(Boolean).join(' ')}
          </span>
        </Typography>
        {mark?.kind === 'asked' && columns[focus.column]?.settle && !disabled && (
          <Button type="button" size="S" variant="secondary" onClick={grid.settle}>
            {text('figures.asked.right')}
          </Button>
        )}
      </div>
      {menuAt !== null && (
        <GridMenu
          label={name}
          items={items()}
          at={menuAt}
          onClose={(isBack) => {
            setMenuAt(null);
            if (isBack) grid.select(selection);
          }}
        />
      )}
    </GridFrame>
  );
}

/** How far each frozen column lies from the beginning. */
function offsetsOf<Row>(columns: readonly GridColumn<Row>[]): Offsets {
  let before = 0;
  return columns.map(({ isFrozen, width }) => {
    if (!isFrozen) return null;
    before += width;
    return before - width;
  });
}
