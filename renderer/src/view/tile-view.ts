import type { Dashboard, Indicator } from '../contract/dashboard';
import { decimalsOf } from './typography/decimals';
import { writeFigure } from './typography/write-figures';
import type { ViewContext } from './context';
import type { ImageView } from './image-view';
import { changeNotes, type ChangeNotes } from './change-view';
import { chartView } from './chart-view';

/** A highlighted indicator: its newest value, and its change. */
interface TileView extends ChangeNotes {
  label: string;
  /** The newest value, written; null when there is none. */
  value: string | null;
  /** The unit, if it is not part of `value`. */
  unit: string | null;
  chart: ImageView | null;
}

/** One row of tiles: two, or one across the whole width. */
export interface TileRow {
  tiles: TileView[];
}

/**
 * The tiles of a dashboard in the order of its tables. Each indicator with a chart takes a row; the others follow in rows
 * of two, so that no row has a gap.
 */
export function tileRows(dashboard: Dashboard, context: ViewContext): TileRow[] {
  const tiles = dashboard.groups
    .flatMap(({ indicators }) => indicators)
    .filter(({ highlight, chart }) => highlight || chart !== undefined)
    .map((indicator) => tileView(indicator, dashboard, context));
  const charted = tiles.filter(({ chart }) => chart !== null).map((tile) => ({ tiles: [tile] }));
  const others = tiles.filter(({ chart }) => chart === null);
  return [...charted, ...rowsOfTwo(others).map((row) => ({ tiles: row }))];
}

function tileView(indicator: Indicator, { periods }: Dashboard, context: ViewContext): TileView {
  const { words } = context;
  const { unit, values } = indicator;
  const value = values.at(-1) ?? null;
  const label = tileLabel(indicator, context);
  return {
    label,
    value: value === null ? null : writeFigure(value, unit, decimalsOf(indicator), words),
    unit: value === null ? null : (words.figures.units[unit] ?? null),
    ...changeNotes(indicator, periods, context),
    chart: chartView(indicator, label, periods, context),
  };
}

/** Removes the unit from a label, “(KDH)”: a table shows it after the label, a tile after the value. */
function tileLabel({ label, unit }: Indicator, { set, words }: ViewContext): string {
  const line = set.line(label);
  const units = [unit, words.figures.units[unit]].map((name) => `(${name})`);
  const ending = units.find((name) => line.endsWith(name));
  return ending === undefined ? line : line.slice(0, -ending.length).trim();
}

/** Items in rows of two, as tiles and cards are laid out; the last row may have one. */
export function rowsOfTwo<Item>(items: Item[]): Item[][] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}
