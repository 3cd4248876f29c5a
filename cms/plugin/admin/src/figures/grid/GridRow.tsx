import { memo, type CSSProperties, type ReactElement } from 'react';

import type { AfterEdit, GridColumn } from './grid-column';
import { CellEditor } from './CellEditor';

/** How far a column lies from the beginning of the sheet, in rem; null where it scrolls. */
export type Offsets = readonly (number | null)[];

interface GridRowProps<Row> {
  row: Row;
  at: number;
  columns: readonly GridColumn<Row>[];
  offsets: Offsets;
  disabled: boolean;
  /** Columns that are selected, ends included; null where none is. */
  selected: string | null;
  /** The column that Tab leads to; null in other rows. */
  focused: number | null;
  /** What the cell that is edited begins with; null where none is. */
  editing: string | null;
  /** Words for the two sides of a flag. */
  words: { yes: string; no: string };
  onDone: (text: string | null, next: AfterEdit) => void;
}

/** One row of a sheet. It is drawn anew only when something of it has changed. */
function DrawnRow<Row>({
  row,
  at,
  columns,
  offsets,
  disabled,
  selected,
  focused,
  editing,
  words,
  onDone,
}: GridRowProps<Row>) {
  const [from = -1, to = -1] = selected?.split(':').map(Number) ?? [];
  return (
    <tr role="row" aria-rowindex={at + 2}>
      {columns.map((column, place) => {
        const Tag = column.isRowHeader ? 'th' : 'td';
        const mark = column.mark?.(row) ?? null;
        const isFocused = place === focused;
        const isEdited = isFocused && editing !== null;
        const isReadOnly = disabled || column.isReadOnly === true;
        return (
          <Tag
            key={column.key}
            role={column.isRowHeader ? 'rowheader' : 'gridcell'}
            {...(column.isRowHeader ? { scope: 'row' } : {})}
            className={[column.kind, mark?.kind, column.isFrozen ? 'frozen' : ''].filter(Boolean).join(' ')}
            style={frozenAt(offsets[place])}
            data-row={at}
            data-column={place}
            tabIndex={isFocused && !isEdited ? 0 : -1}
            aria-colindex={place + 1}
            aria-selected={place >= from && place <= to}
            aria-readonly={isReadOnly}
            aria-invalid={mark?.kind === 'wrong' ? true : undefined}
            title={mark?.sentence}
            dir={column.direction}
            lang={column.language}
          >
            {isEdited ? (
              <CellEditor
                name={`${rowName(row, columns)}, ${column.title}`}
                column={column}
                row={row}
                begin={editing}
                onDone={onDone}
              />
            ) : (
              <CellText row={row} column={column} words={words} />
            )}
          </Tag>
        );
      })}
    </tr>
  );
}
export const GridRow = memo(DrawnRow) as <Row>(props: GridRowProps<Row>) => ReactElement;

function CellText<Row>({
  row,
  column,
  words,
}: {
  row: Row;
  column: GridColumn<Row>;
  words: { yes: string; no: string };
}) {
  const shown = column.show(row);
  if (column.kind === 'flag') {
    const isSet = shown !== '';
    return (
      <>
        <span className="tick" aria-hidden="true">
          {isSet ? '☑' : '☐'}
        </span>
        <span className="heard">{isSet ? words.yes : words.no}</span>
      </>
    );
  }
  const empty = shown === '' ? (column.placeholder?.(row) ?? null) : null;
  if (empty === null) return <span className="shown">{shown}</span>;
  return (
    <>
      <span className="lacks" aria-hidden="true">
        {empty.text}
      </span>
      <span className="heard">{empty.hint}</span>
    </>
  );
}

function rowName<Row>(row: Row, columns: readonly GridColumn<Row>[]): string {
  return columns.find(({ isRowHeader }) => isRowHeader)?.show(row) ?? '';
}

/** Where a column stays while the others move. */
export function frozenAt(offset: number | null | undefined): CSSProperties | undefined {
  return offset === null || offset === undefined ? undefined : { insetInlineStart: `${offset}rem` };
}
