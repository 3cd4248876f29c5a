import { useCallback, useLayoutEffect, useRef } from 'react';
import { createTextColumn, type CellProps, type Column } from 'react-datasheet-grid';

import { readFigure, showFigure, writeFigure, type Figure, type NumberStyle } from '../model/figure-text';
import type { IndicatorRow } from '../model/sheet';

/** A figure's cell: shown with its thousands, edited without, pasted from any spreadsheet. */
export function figureColumn(style: NumberStyle): Partial<Column<Figure>> {
  const read = (typed: string): Figure => readFigure(typed, style);
  return createTextColumn<Figure>({
    alignRight: true,
    continuousUpdates: false,
    parseUserInput: read,
    parsePastedValue: read,
    formatBlurredInput: (figure) => showFigure(figure, style),
    formatInputOnFocus: (figure) => writeFigure(figure, style),
    formatForCopy: (figure) => writeFigure(figure, style),
  }) as Partial<Column<Figure>>;
}

interface PeriodData {
  index: number;
  original: Partial<Column<Figure>>;
}

/** The column of one period: the value at its place in each row. */
export function periodColumn(
  index: number,
  title: string,
  style: NumberStyle,
): Partial<Column<IndicatorRow, PeriodData>> {
  const original = figureColumn(style);
  return {
    id: `period-${index}`,
    title,
    minWidth: 86,
    columnData: { index, original },
    component: PeriodCell,
    copyValue: ({ rowData }) => writeFigure(valueAt(rowData, index), style),
    deleteValue: ({ rowData }) => withValue(rowData, index, null),
    pasteValue: ({ rowData, value }) => withValue(rowData, index, readFigure(String(value), style)),
    isCellEmpty: ({ rowData }) => valueAt(rowData, index) === null,
    // Text here is not a figure; the server refuses it too, by the row's name.
    cellClassName: ({ rowData }: { rowData: IndicatorRow }) =>
      typeof valueAt(rowData, index) === 'string' ? 'not-a-figure' : undefined,
  };
}

function PeriodCell({ columnData, rowData, setRowData, ...rest }: CellProps<IndicatorRow, PeriodData>) {
  const { index, original } = columnData;
  const setValue = useCallback(
    (value: Figure) => setRowData(withValue(rowData, index, value)),
    [index, rowData, setRowData],
  );
  const Cell = original.component;
  if (!Cell) return <></>;
  return (
    <Cell
      {...rest}
      columnData={original.columnData as unknown}
      rowData={valueAt(rowData, index)}
      setRowData={setValue}
    />
  );
}

const valueAt = ({ values }: IndicatorRow, index: number): Figure => values[index] ?? null;

function withValue(row: IndicatorRow, index: number, value: Figure): IndicatorRow {
  const values = Array.from(
    { length: Math.max(row.values.length, index + 1) },
    (_, at) => row.values[at] ?? null,
  );
  values[index] = value;
  return { ...row, values };
}

interface Choice {
  value: string | null;
  label: string;
}

/** A cell with a choice of words; pasting takes the word as it is shown, or the value behind it. */
export function choiceColumn(choices: readonly Choice[]): Partial<Column<string | null, readonly Choice[]>> {
  const [usual] = choices;
  const labelOf = (value: string | null): string =>
    choices.find((choice) => choice.value === value)?.label ?? value ?? '';
  return {
    columnData: choices,
    component: ChoiceCell,
    disableKeys: true,
    keepFocus: true,
    copyValue: ({ rowData }) => labelOf(rowData),
    deleteValue: () => usual?.value ?? null,
    pasteValue: ({ rowData, value }) => {
      const asked = String(value).trim().toLowerCase();
      const found = choices.find(
        (choice) => choice.label.toLowerCase() === asked || (choice.value ?? '').toLowerCase() === asked,
      );
      return found ? found.value : rowData;
    },
    isCellEmpty: () => false,
  };
}

function ChoiceCell({
  columnData: choices,
  rowData,
  setRowData,
  focus,
  stopEditing,
}: CellProps<string | null, readonly Choice[]>) {
  const select = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => {
    if (focus) select.current?.focus();
    else select.current?.blur();
  }, [focus]);
  const known = choices.some(({ value }) => value === rowData);
  return (
    <select
      ref={select}
      className="choice"
      tabIndex={-1}
      value={rowData ?? ''}
      style={{ pointerEvents: focus ? 'auto' : 'none' }}
      onChange={(event) => {
        setRowData(event.target.value === '' ? null : event.target.value);
        // The grid takes the keyboard back once the choice has been written.
        window.setTimeout(() => stopEditing({ nextRow: false }), 0);
      }}
    >
      {known ? null : <option value={rowData ?? ''}>{rowData}</option>}
      {choices.map(({ value, label }) => (
        <option key={label} value={value ?? ''}>
          {label}
        </option>
      ))}
    </select>
  );
}
