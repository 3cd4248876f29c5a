import { charts, measures, units } from '../../../shared/lists';
import { showFigure, type Figure, type NumberStyle } from '../model/figure-text';
import { surpriseAt } from '../model/habit';
import { isOtherDay } from '../model/newest-day';
import { readDay, showDay } from '../model/read-day';
import type { IndicatorRow, PeriodRow } from '../model/sheet';
import type { Text } from '../model/text';
import { choiceColumn, figureColumn, flagColumn, textColumn, type Say } from './column-kinds';
import type { GridColumn } from './grid/grid-column';

/** The columns of a group: what is ticked and the label stay in view, then a column for each period, then what is seldom changed. */
export function indicatorColumns(
  headings: readonly string[],
  numbers: NumberStyle,
  say: Say,
): GridColumn<IndicatorRow>[] {
  const none = { value: 'none', label: say('figures.chart.none') };
  return [
    {
      ...flagColumn<IndicatorRow>(
        'highlight',
        say('figures.highlight'),
        6,
        ({ highlight }) => highlight,
        (row, highlight) => ({ ...row, highlight }),
      ),
      isFrozen: true,
    },
    {
      ...choiceColumn<IndicatorRow>(
        'chart',
        say('figures.chart'),
        8,
        [none, ...charts.map((value) => ({ value, label: say(`figures.chart.${value}`) }))],
        ({ chart }) => chart ?? none.value,
        (row, value) => ({ ...row, chart: value === none.value ? null : value }),
      ),
      isFrozen: true,
    },
    {
      ...textColumn<IndicatorRow>(
        'label',
        say('figures.label'),
        18,
        ({ label }) => label,
        (row, label) => ({ ...row, label }),
      ),
      ...{ isFrozen: true, isRowHeader: true },
    },
    ...headings.map((heading, at) => periodColumn(at, heading, numbers, say)),
    choiceColumn<IndicatorRow>(
      'unit',
      say('figures.unit'),
      9,
      units.map((value) => ({ value, label: say(`figures.unit.${value}`) })),
      ({ unit }) => unit,
      (row, unit) => ({ ...row, unit }),
    ),
    figureColumn<IndicatorRow>(
      'decimals',
      say('figures.decimals'),
      numbers,
      ({ decimals }) => decimals,
      (row, decimals) => ({ ...row, decimals }),
      say,
    ),
    choiceColumn<IndicatorRow>(
      'measure',
      say('figures.measure'),
      17,
      measures.map((value) => ({ value, label: say(`figures.measure.${value}`) })),
      ({ measure }) => measure,
      (row, measure) => ({ ...row, measure }),
    ),
    textColumn<IndicatorRow>(
      'sumOf',
      say('figures.sum-of'),
      32,
      ({ sumOf }) => sumOf,
      (row, sumOf) => ({ ...row, sumOf }),
    ),
  ];
}

/** Columns of a group that stand before those of the periods. */
export const columnsBeforePeriods = 3;

/** One period: the value at its place in each row, asked about where it leaves the habit of the row. */
function periodColumn(at: number, title: string, numbers: NumberStyle, say: Say): GridColumn<IndicatorRow> {
  const value = ({ values }: IndicatorRow): Figure => values[at] ?? null;
  const written = (row: IndicatorRow, figure: Figure): IndicatorRow => {
    const values = Array.from(
      { length: Math.max(row.values.length, at + 1) },
      (_, place) => row.values[place] ?? null,
    );
    values[at] = figure;
    return { ...row, values };
  };
  const column = figureColumn(`period-${at}`, title, numbers, value, written, say);
  return {
    ...column,
    // A row that nobody has begun yet lacks nothing.
    placeholder: (row) =>
      row.label || row.values.some((figure) => figure !== null)
        ? { text: say('figures.missing'), hint: say('figures.missing.words') }
        : null,
    mark: (row) => {
      const wrong = column.mark?.(row);
      if (wrong) return wrong;
      const question = questionOf(row, at, numbers);
      return question === null ? null : { kind: 'asked', sentence: say(question.key, question.values) };
    },
    settle: (row) => {
      const figure = value(row);
      return typeof figure === 'number' ? { ...row, sure: [...row.sure, figure] } : row;
    },
  };
}

function questionOf(row: IndicatorRow, at: number, numbers: NumberStyle): Text | null {
  const surprise = surpriseAt(row, at);
  if (surprise === null) return null;
  const values = { figure: showFigure(row.values[at] ?? null, numbers) };
  return 'times' in surprise
    ? { key: `figures.asked.${surprise.kind}`, values: { ...values, times: surprise.times } }
    : { key: `figures.asked.${surprise.kind}`, values };
}

/** The columns of the sheet of periods. */
export function periodColumns(say: Say): GridColumn<PeriodRow>[] {
  const end = textColumn<PeriodRow>(
    'end',
    say('figures.period.end'),
    16,
    (row) => row.end,
    (row, written) => ({ ...row, end: written === null ? null : (readDay(written) ?? written) }),
  );
  return [
    {
      ...textColumn<PeriodRow>(
        'label',
        say('figures.period.label'),
        16,
        ({ label }) => label,
        (row, label) => ({ ...row, label }),
      ),
      ...{ isFrozen: true, isRowHeader: true },
      mark: (row) =>
        isOtherDay(row)
          ? {
              kind: 'asked',
              sentence: say('figures.period.label.other', { label: row.label ?? '', end: showDay(row.end) }),
            }
          : null,
    },
    {
      ...end,
      show: (row) => showDay(row.end),
      copy: (row) => showDay(row.end),
      mark: ({ end: day }) =>
        day !== null && !/^\d{4}-\d\d-\d\d$/.test(day)
          ? { kind: 'wrong', sentence: say('figures.period.end.wrong', { text: day }) }
          : null,
    },
    flagColumn<PeriodRow>(
      'partial',
      say('figures.period.partial'),
      16,
      ({ partial }) => partial,
      (row, partial) => ({ ...row, partial }),
    ),
    flagColumn<PeriodRow>(
      'inMail',
      say('figures.period.inMail'),
      18,
      ({ inMail }) => inMail,
      (row, inMail) => ({ ...row, inMail }),
    ),
  ];
}
