import type { Dashboard, Indicator } from '../contract/dashboard';
import { dateInWords } from './typography/write-dates';
import { writeFigure } from './typography/write-figures';
import { fill, word } from './emails/words';
import type { ViewContext } from './context';
import { tileRows, type TileRow } from './tile-view';

interface PeriodView {
  label: string;
  partial: boolean;
  /** Whether it is the newest one, which is emphasised. */
  latest: boolean;
  /** Whether it is hidden on a phone, where only the last two fit beside the labels. */
  older: boolean;
}
interface CellView {
  text: string;
  missing: boolean;
  latest: boolean;
  older: boolean;
}
interface GroupView {
  title: string;
  indicators: { label: string; cells: CellView[]; odd: boolean }[];
}
export interface DashboardView {
  title: string;
  asOf: string;
  /** The highlighted indicators, in rows of two. */
  tiles: TileRow[];
  periods: PeriodView[];
  groups: GroupView[];
  /** The groups in panels of a height that Outlook can lay out. */
  panels: GroupView[][];
  /** Notes that say which periods are partial, so that nobody compares half a year with a full one. */
  partialNotes: string[];
  folds: boolean;
}

/** The view of a dashboard: figures as text, periods marked. */
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

/** Most rows of a panel: Word, Outlook's engine, breaks a cell that is taller than about 1,700 px. */
const panelRows = 30;

/** Packs neighbouring groups into panels: each panel costs more than 1 KiB of MJML's markup. */
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
