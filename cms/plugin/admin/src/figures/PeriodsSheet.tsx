import { useMemo } from 'react';
import { checkboxColumn, isoDateColumn, keyColumn, textColumn, type Column } from 'react-datasheet-grid';

import { useText } from '../hooks/use-text';
import { emptyPeriod, type PeriodRow, type RowOperation } from '../model/sheet';
import { Sheet } from './Sheet';

interface PeriodsSheetProps {
  periods: PeriodRow[];
  disabled: boolean;
  onChange: (periods: PeriodRow[], operations: RowOperation[]) => void;
}

/** The columns of the dashboard, one row each: as it is headed, its last day, and whether it is part of a year. */
export function PeriodsSheet({ periods, disabled, onChange }: PeriodsSheetProps) {
  const text = useText();
  const columns = useMemo(
    (): Partial<Column<PeriodRow>>[] => [
      { ...keyColumn('label', textColumn as never), title: text('figures.period.label'), minWidth: 160 },
      { ...keyColumn('end', isoDateColumn as never), title: text('figures.period.end'), minWidth: 160 },
      {
        ...keyColumn('partial', checkboxColumn as never),
        title: text('figures.period.partial'),
        minWidth: 160,
      },
      {
        ...keyColumn('inMail', checkboxColumn as never),
        title: text('figures.period.inMail'),
        minWidth: 160,
      },
    ],
    [text],
  );
  return (
    <Sheet
      name={text('figures.periods')}
      rows={periods}
      columns={columns}
      createRow={emptyPeriod}
      disabled={disabled}
      onChange={onChange}
    />
  );
}
