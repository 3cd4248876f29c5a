import { placeTable } from '../../../cms/plugin/admin/src/figures/paste/place-table';
import type { PastedAt } from '../../../cms/plugin/admin/src/figures/paste/pasted-at';
import { numberStyle } from '../../../cms/plugin/admin/src/model/figure-text';
import { withPeriods, type Sheet } from '../../../cms/plugin/admin/src/model/sheet';
import { readSheet } from '../../../cms/plugin/admin/src/model/stored-sheet';
import { amanews242 } from '../../support/issue';

export const numbers = numberStyle('fr');
const period = { label: '30/11/2026', labels: {}, end: '2026-11-30', partial: true, inMail: false };
/** The place of the period that is added. */
export const newest = 5;

/** The dashboard of N° 242 with one more period, which is empty. */
export function prepared(): Sheet {
  const section = amanews242('fr').sections.find(({ type }) => type === 'dashboard');
  const sheet = readSheet((section as { dashboard: unknown }).dashboard);
  return withPeriods(
    sheet,
    [...sheet.periods, period],
    [{ type: 'CREATE', fromRowIndex: newest, toRowIndex: newest + 1 }],
  );
}

const month = (sheet: Sheet) => sheet.groups.map(({ rows }) => rows.map(({ values }) => values[newest]));

/** Pastes a table into it; null where it stays as it stands. */
export function paste(
  table: string[][],
  place: { group?: number; row?: number; period?: number | null } = {},
) {
  const sheet = prepared();
  const { group = 0, row = 0, period: under = newest } = place;
  const at: PastedAt = { group: sheet.groups[group]?.key ?? '', row, period: under };
  const placed = placeTable(sheet, at, table, numbers);
  if (placed === null) return null;
  return 'refused' in placed
    ? { refused: placed.refused.key, values: placed.refused.values }
    : { month: month(placed.sheet), sheet: placed.sheet, told: placed.told };
}
