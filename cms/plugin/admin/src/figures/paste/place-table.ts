import type { NumberStyle } from '../../model/figure-text';
import type { Sheet } from '../../model/sheet';
import { placeColumn } from './place-column';
import { placeLabelled } from './place-labelled';
import type { PastedAt, Placement, Table } from './pasted-at';

/**
 * Where a table goes that is pasted among the figures of a dashboard: by its labels where it has some, otherwise on into the following groups
 * where it is longer than its own. Figures are never put where nobody would look for them: what does not fit is refused. Pure.
 *
 * @returns null for a table that stays as it stands, from the cell on that it was pasted into
 */
export function placeTable(sheet: Sheet, at: PastedAt, table: Table, numbers: NumberStyle): Placement | null {
  const labelled = placeLabelled(sheet, at, table, numbers);
  if (labelled !== null || at.period === null) return labelled;
  return placeColumn(sheet, { ...at, period: at.period }, table, numbers);
}
