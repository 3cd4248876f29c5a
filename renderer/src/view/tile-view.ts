import type { Dashboard, Indicator } from '../contract/dashboard';
import { writeFigure } from './typography/figures';
import type { ViewContext } from './context';
import type { ImageView } from './image-view';
import { changeNotes, type ChangeNotes } from './change-view';
import { chartView } from './chart-view';

/** A highlighted indicator: its newest value, and what became of it. */
export interface TileView extends ChangeNotes {
  label: string;
  /** The newest value, written; null when there is none. */
  value: string | null;
  /** What the value counts, where the value does not say it itself. */
  unit: string | null;
  chart: ImageView | null;
}

/** One row of tiles: two, or one that takes the whole width. */
export interface TileRow {
  tiles: TileView[];
}

/**
 * The tiles of a dashboard in the order of its tables: an indicator with a chart takes a row, the others stand in pairs
 * below, so that no row has a hole.
 */
export function tileRows(dashboard: Dashboard, context: ViewContext): TileRow[] {
  const tiles = dashboard.groups
    .flatMap(({ indicators }) => indicators)
    .filter(({ highlight, chart }) => highlight || chart !== undefined)
    .map((indicator) => tileView(indicator, dashboard, context));
  const charted = tiles.filter(({ chart }) => chart !== null).map((tile) => ({ tiles: [tile] }));
  return [...charted, ...pairs(tiles.filter(({ chart }) => chart === null))];
}

function tileView(indicator: Indicator, { periods }: Dashboard, context: ViewContext): TileView {
  const { words } = context;
  const { unit, decimals, values } = indicator;
  const value = values.at(-1) ?? null;
  const label = tileLabel(indicator, context);
  return {
    label,
    value: value === null ? null : writeFigure(value, unit, decimals, words),
    unit: value === null ? null : (words.figures.units[unit] ?? null),
    ...changeNotes(indicator, periods, context),
    chart: chartView(indicator, label, periods, context),
  };
}

/** A table's row says its unit behind the label, “(KDH)”; a tile says it behind the value. */
function tileLabel({ label, unit }: Indicator, { set, words }: ViewContext): string {
  const line = set.line(label);
  const units = [unit, words.figures.units[unit]].map((name) => `(${name})`);
  const ending = units.find((name) => line.endsWith(name));
  return ending === undefined ? line : line.slice(0, -ending.length).trim();
}

function pairs(tiles: TileView[]): TileRow[] {
  return tiles.flatMap((_, index) => (index % 2 === 0 ? [{ tiles: tiles.slice(index, index + 2) }] : []));
}
