import type { Dashboard, Indicator, Period } from '../contract/dashboard';
import type { Language } from '../contract/primitives';
import { wordsOf } from './emails/words';
import { setterFor } from './typography/setter';
import { decimalsOf } from './typography/decimals';
import { writeFigure } from './typography/write-figures';
import type { ViewContext } from './context';
import type { ImageView } from './image-view';
import { changeNotes, type ChangeNotes } from './change-view';
import { chartView } from './chart-view';

/** What a tile says of a highlighted indicator: its newest value, and its change. */
export interface TileTexts extends ChangeNotes {
  label: string;
  /** The newest value, written; null when there is none. */
  value: string | null;
  /** The unit, if it is not part of `value`. */
  unit: string | null;
}
interface TileView extends TileTexts {
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
    .filter(hasTile)
    .map((indicator) => tileView(indicator, dashboard, context));
  const charted = tiles.filter(({ chart }) => chart !== null).map((tile) => ({ tiles: [tile] }));
  const others = tiles.filter(({ chart }) => chart === null);
  return [...charted, ...rowsOfTwo(others).map((row) => ({ tiles: row }))];
}

/**
 * What the tiles of a dashboard say in a language, group by group in the order of their rows: for whoever shows them while figures are typed.
 * Charts are left out. Pure.
 *
 * @returns texts, unescaped
 */
export function tileTexts({ groups, periods }: Dashboard, language: Language): TileTexts[][] {
  const context = { words: wordsOf(language), set: setterFor(language) };
  return groups.map(({ indicators }) =>
    indicators.filter(hasTile).map((indicator) => textsOf(indicator, periods, context)),
  );
}

function hasTile({ highlight, chart }: Indicator): boolean {
  return highlight || chart !== undefined;
}

function tileView(indicator: Indicator, { periods }: Dashboard, context: ViewContext): TileView {
  const texts = textsOf(indicator, periods, context);
  return { ...texts, chart: chartView(indicator, texts.label, periods, context) };
}

function textsOf(
  indicator: Indicator,
  periods: readonly Period[],
  context: Pick<ViewContext, 'words' | 'set'>,
): TileTexts {
  const { words } = context;
  const { unit, values } = indicator;
  const value = values.at(-1) ?? null;
  return {
    label: tileLabel(indicator, context),
    value: value === null ? null : writeFigure(value, unit, decimalsOf(indicator), words),
    unit: value === null ? null : (words.figures.units[unit] ?? null),
    ...changeNotes(indicator, periods, context),
  };
}

/** Removes the unit from a label, “(KDH)”: a table shows it after the label, a tile after the value. */
function tileLabel({ label, unit }: Indicator, { set, words }: Pick<ViewContext, 'words' | 'set'>): string {
  const line = set.line(label);
  const units = [unit, words.figures.units[unit]].map((name) => `(${name})`);
  const ending = units.find((name) => line.endsWith(name));
  return ending === undefined ? line : line.slice(0, -ending.length).trim();
}

/** Items in rows of two, as tiles and cards are laid out; the last row may have one. */
export function rowsOfTwo<Item>(items: Item[]): Item[][] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}
