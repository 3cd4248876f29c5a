import type { Dashboard, Indicator } from '../contract/dashboard';
import { dateInWords } from './typography/write-dates';
import { decimalsOf } from './typography/decimals';
import { writeFigure } from './typography/write-figures';
import { fill, word, type Words } from './emails/words';
import { shownPeriods, type ShownPeriod } from './shown-periods';
import type { ViewContext } from './context';
import { tileRows, type TileRow } from './tile-view';

interface PeriodView {
  label: string;
  partial: boolean;
  /** Whether its label may be broken, at a space. */
  spaced: boolean;
  /** Whether it is the newest one, which is emphasised. */
  latest: boolean;
  /** Where it is hidden: `folded` in the mail, `older` on a phone, `narrow` on the narrowest ones. */
  hidden: 'folded' | 'older' | 'narrow' | null;
}
interface CellView extends Pick<PeriodView, 'latest' | 'hidden'> {
  text: string;
  missing: boolean;
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
  /** What a dash means, if there is one. */
  missingNote: string | null;
  /** Which periods are on the web page only. */
  foldedNote: string | null;
  /** Whether something is hidden on phones that is in the mail. */
  folds: boolean;
}

/** The view of a dashboard: figures as text, periods marked. */
export function dashboardView(dashboard: Dashboard, context: ViewContext): DashboardView {
  const { set, words } = context;
  const shown = shownPeriods(dashboard, words);
  const periods = dashboard.periods.map((period, index, all): PeriodView => ({
    label: set.line(period.label),
    partial: period.partial,
    spaced: /\s/.test(period.label),
    latest: index === all.length - 1,
    hidden: hiddenOn(shown[index]),
  }));
  const cells = (indicator: Indicator): CellView[] => {
    const decimals = decimalsOf(indicator);
    return periods.map(({ latest, hidden }, index) => {
      const value = indicator.values[index] ?? null;
      const text =
        value === null
          ? word(words.mail, 'missingValue')
          : writeFigure(value, indicator.unit, decimals, words);
      return { text, missing: value === null, latest, hidden };
    });
  };
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
    missingNote: groups.some(({ indicators }) =>
      indicators.some(({ cells }) => cells.some(({ missing }) => missing)),
    )
      ? fill(word(words.mail, 'missingNote'), { mark: '–' })
      : null,
    foldedNote: foldedNote(periods, words),
    folds: periods.some(({ hidden }) => hidden === 'older' || hidden === 'narrow'),
  };
}

function hiddenOn(shown: ShownPeriod | undefined): PeriodView['hidden'] {
  if (!shown?.mail) return 'folded';
  if (!shown.phone) return 'older';
  return shown.narrow ? null : 'narrow';
}

function foldedNote(periods: readonly PeriodView[], words: Words): string | null {
  const labels = periods.filter(({ hidden }) => hidden === 'folded').map(({ label }) => label);
  if (labels.length === 0) return null;
  const [first = ''] = labels;
  return fill(word(words.mail, 'foldedPeriods'), {
    labels: labels.length > 3 ? `${first} … ${labels.at(-1) ?? ''}` : labels.join(word(words.mail, 'comma')),
  });
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
