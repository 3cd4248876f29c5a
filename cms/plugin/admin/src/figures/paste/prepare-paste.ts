import type { NumberStyle } from '../../model/figure-text';
import type { Cell } from '../../model/grid';
import { judgeTable } from '../../model/pasted-table';
import type { IndicatorRow, Sheet } from '../../model/sheet';
import type { Text, TextKey, TextValues } from '../../model/text';
import { columnsBeforePeriods } from '../columns';
import type { Prepared } from '../grid/Grid';
import type { GridColumn } from '../grid/grid-column';
import { placeTable } from './place-table';
import type { Placement } from './pasted-at';

interface Pasting {
  table: string[][];
  cell: Cell;
  /** The group's key. */
  group: string;
  columns: readonly GridColumn<IndicatorRow>[];
  numbers: NumberStyle;
  text: { (key: TextKey, values?: TextValues): string; (text: Text): string };
  /** Takes its step at once. */
  onEdit: (step: (sheet: Sheet) => Sheet) => void;
}

/** What is done with a table that is pasted into a group: it may go into others, by one step that can be undone. */
export function preparePaste({ table, cell, group, columns, numbers, text, onEdit }: Pasting): Prepared {
  const under = columns.slice(cell.column).map(({ key, title }) => (key.startsWith('period-') ? title : ''));
  const judged = judgeTable(table, under);
  if ('refused' in judged && judged.refused === 'transposed') return { done: refusalOf(judged) };

  const placement = placed();
  if (placement !== null) {
    return {
      done:
        'refused' in placement ? text(placement.refused) : placement.told.map((one) => text(one)).join(' '),
    };
  }
  if ('refused' in judged) return { done: refusalOf(judged) };
  return judged.hadHeadings
    ? { table: judged.table, told: text('figures.paste.headings') }
    : { table: judged.table };

  function placed(): Placement | null {
    const period = cell.column - columnsBeforePeriods;
    const isLabel = period === -1;
    const isFigure = columns[cell.column]?.key.startsWith('period-') === true;
    if (!isLabel && !isFigure) return null;
    const at = { group, row: cell.row, period: isFigure ? period : null };
    let found: Placement | null = null;
    onEdit((sheet) => {
      found = placeTable(sheet, at, table, numbers);
      return found !== null && 'sheet' in found ? found.sheet : sheet;
    });
    return found;
  }

  function refusalOf({ refused, named }: { refused: 'transposed' | 'other-order'; named: string }): string {
    return text(`figures.paste.${refused}`, { headings: named });
  }
}
