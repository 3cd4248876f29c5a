import type { Figure } from './figure-text';
import type { IndicatorRow, PeriodRow } from './sheet';

/** How the newest figure of a row stands to an older one, as the tile of a mail compares them. */
export interface TileChange {
  direction: 'up' | 'down' | 'flat';
  /** Percent of the older one; null where only the difference says something. */
  percent: number | null;
  difference: number;
  against: PeriodRow;
}

/** A highlighted row as its tile shows it. */
export interface Tile {
  label: string;
  /** Null where the newest period has none. */
  value: number | null;
  unit: string;
  /** Null where nothing may be compared: part of a year is never with a whole one. */
  change: TileChange | null;
  /** The points of the chart, oldest first; empty without one. */
  points: Figure[];
  chart: string | null;
}

/**
 * What becomes of a row in a mail: the mail's own rules in short (`renderer/src/view/compare.ts`), for the sheet to show while one ticks.
 * Pure.
 *
 * @returns null for a row without a tile
 */
export function tileOf(row: IndicatorRow, periods: readonly PeriodRow[]): Tile | null {
  if (!row.highlight && row.chart === null) return null;
  const ordered = periods
    .map((period, at) => ({ period, value: row.values[at] ?? null }))
    .sort((one, other) => (one.period.end ?? '').localeCompare(other.period.end ?? ''));
  const newest = ordered.at(-1);
  const value = typeof newest?.value === 'number' ? newest.value : null;
  const older = ordered
    .slice(0, -1)
    .reverse()
    .find(
      (known) =>
        typeof known.value === 'number' &&
        newest !== undefined &&
        (row.measure === 'stock' || alike(known.period, newest.period)),
    );
  return {
    ...{ label: row.label ?? '', value, unit: row.unit, chart: row.chart },
    points: row.chart === null ? [] : ordered.map((known) => known.value),
    change:
      value === null || older === undefined || typeof older.value !== 'number'
        ? null
        : changeOf(value, older.value, row, older.period),
  };
}

function changeOf(
  value: number,
  before: number,
  { unit, decimals }: IndicatorRow,
  against: PeriodRow,
): TileChange {
  const difference = value - before;
  const percent = unit === 'percent' || before <= 0 ? null : (difference / before) * 100;
  const digits = percent === null ? (typeof decimals === 'number' ? decimals : 4) : 1;
  const size = Number((percent ?? difference).toFixed(digits));
  return { direction: size > 0 ? 'up' : size < 0 ? 'down' : 'flat', percent, difference, against };
}

function alike(one: PeriodRow, other: PeriodRow): boolean {
  if (one.partial !== other.partial) return false;
  return !one.partial || one.end?.slice(5) === other.end?.slice(5);
}
