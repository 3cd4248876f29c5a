import { memo, useMemo } from 'react';

import { useText } from '../hooks/use-text';
import { withFollowingLabels } from '../model/newest-day';
import { emptyPeriod, withPeriods, type PeriodRow, type Sheet } from '../model/sheet';
import { periodColumns } from './columns';
import { Grid } from './grid/Grid';

interface PeriodsSheetProps {
  periods: readonly PeriodRow[];
  disabled: boolean;
  onEdit: (step: (sheet: Sheet) => Sheet) => void;
}

/** The columns of the dashboard, one row each: as it is headed, its last day, and whether it is part of a year. */
export const PeriodsSheet = memo(function PeriodsSheet({ periods, disabled, onEdit }: PeriodsSheetProps) {
  const text = useText();
  const columns = useMemo(() => periodColumns(text), [text]);
  return (
    <Grid
      name={text('figures.periods')}
      rows={periods}
      columns={columns}
      createRow={emptyPeriod}
      disabled={disabled}
      onChange={(rows, operations) =>
        onEdit((sheet) => withPeriods(sheet, withFollowingLabels(sheet.periods, rows), operations))
      }
    />
  );
});
