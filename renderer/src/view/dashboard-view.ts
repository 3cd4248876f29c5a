import type { Dashboard, Indicator } from '../contract/dashboard';
import { dateInWords } from './typography/dates';
import { writeFigure } from './typography/figures';
import { fill, word } from './house/words';
import type { ViewContext } from './context';
import { tileRows, type TileRow } from './tile-view';

export interface PeriodView {
  label: string;
  partial: boolean;
  /** The newest one: emphasised. */
  latest: boolean;
  /** Folds away on a phone, where only the last two fit beside the labels. */
  older: boolean;
}
export interface CellView {
  text: string;
  missing: boolean;
  latest: boolean;
  older: boolean;
}
export interface GroupView {
  title: string;
  indicators: { label: string; cells: CellView[]; odd: boolean }[];
}
export interface DashboardView {
  title: string;
  asOf: string;
  /** The highlighted indicators, in rows of two; empty where none is highlighted. */
  tiles: TileRow[];
  periods: PeriodView[];
  groups: GroupView[];
  /** The groups in panels of a height that Outlook lays out. */
  panels: GroupView[][];
  /** Says which periods are partial, so that nobody compares half a year with a whole one. */
  partialNotes: string[];
  folds: boolean;
}

/** The view of a dashboard: figures written, periods marked. */
export function dashboardView(dashboard: Dashboard, context: ViewContext): DashboardView {
  const { set, words } = context;
  const periods = dashboard.periods.map((period, index, all) => ({
    label: set.line(period.label),
    partial: period.partial,
    latest: index === all.length - 1,
    older: index < all.length - 2,
  }));
  const cells = ({ values, unit, decimals }: Indicator): CellView[] =>
    periods.map(({ latest, older }, index) => {
      const value = values[index] ?? null;
      const text =
        value === null ? word(words.mail, 'missingValue') : writeFigure(value, unit, decimals, words);
      return { text, missing: value === null, latest, older };
    });
  const groups = dashboard.groups.map((group): GroupView => ({
    title: [group.code, group.title]
      .map((part) => set.line(part))
      .filter(Boolean)
      .join(' · '),
    indicators: group.indicators.map((indicator, index) => ({
      label: set.line(indicator.label),
      cells: cells(indicator),
      odd: index % 2 === 0,
    })),
  }));
  return {
    title: set.line(dashboard.title),
    asOf: fill(word(words.mail, 'asOf'), { date: dateInWords(dashboard.asOf, words) }),
    tiles: tileRows(dashboard, context),
    periods,
    groups,
    panels: panelsOf(groups),
    partialNotes: dashboard.periods
      .filter(({ partial }) => partial)
      .map(({ label, end }) =>
        fill(word(words.mail, 'partialNote'), { label: set.line(label), date: dateInWords(end, words) }),
      ),
    folds: periods.some(({ older }) => older),
  };
}

/** Rows of a panel: Word, which draws Outlook's mails, breaks a cell taller than about 1 700 px. */
const panelRows = 30;

/** Packs neighbouring groups into panels: each panel costs more than a kibibyte of MJML's scaffolding. */
function panelsOf(groups: GroupView[]): GroupView[][] {
  const panels: GroupView[][] = [];
  let room = 0;
  for (const group of groups) {
    const rows = group.indicators.length + 2;
    const open = panels.at(-1);
    if (open && rows <= room) open.push(group);
    else {
      panels.push([group]);
      room = panelRows;
    }
    room -= rows;
  }
  return panels;
}
