import { languages } from '../../../shared/lists';
import type { Figure } from './figure-text';
import {
  emptyGroup,
  emptyPeriod,
  emptyRow,
  joinSums,
  nextKey,
  splitSums,
  type Group,
  type IndicatorRow,
  type PeriodRow,
  type Sheet,
  type Texts,
} from './sheet';

/** Reads what is stored. What does not look like figures is left out, never an exception: the server judges it. */
export function readSheet(stored: unknown): Sheet {
  const figures = record(stored);
  const periods = records(figures['periods']).map((period): PeriodRow => ({
    label: text(period['label']),
    labels: texts(period['labels']),
    end: text(period['end']),
    partial: period['partial'] === true,
    inMail: period['inMail'] === true,
  }));
  const groups = records(figures['groups']).map((group): Group => ({
    key: nextKey(),
    code: text(group['code']) ?? '',
    title: text(group['title']) ?? '',
    titles: texts(group['titles']),
    rows: records(group['indicators']).map((indicator) => readRow(indicator, periods.length)),
  }));
  const language = languages.find((known) => known === figures['language']) ?? null;
  return {
    ...{ language, titles: texts(figures['titles']) },
    periods: periods.length > 0 ? periods : [emptyPeriod()],
    groups: groups.length > 0 ? groups : [emptyGroup()],
  };
}

/** Writes the contract's shape, without what is the contract's own default. Rows with nothing in them are left out. */
export function writeSheet({ language, titles, periods, groups }: Sheet): unknown {
  return {
    ...(language === null ? {} : { language, ...beside('titles', titles) }),
    periods: periods.map(({ label, labels, end, partial, inMail }) => ({
      label: label ?? '',
      ...beside('labels', labels),
      end: end ?? '',
      ...(partial ? { partial } : {}),
      ...(inMail ? { inMail } : {}),
    })),
    groups: groups.map(({ code, title, titles: others, rows }) => ({
      code: code.trim(),
      title: title.trim(),
      ...beside('titles', others),
      indicators: rows.filter((row) => !isEmpty(row)).map(writeRow),
    })),
  };
}

function readRow(indicator: Record<string, unknown>, periods: number): IndicatorRow {
  const values = Array.isArray(indicator['values']) ? (indicator['values'] as unknown[]) : [];
  const { unit, measure } = emptyRow(0);
  return {
    label: text(indicator['label']),
    labels: texts(indicator['labels']),
    unit: text(indicator['unit']) ?? unit,
    decimals: figure(indicator['decimals']),
    measure: text(indicator['measure']) ?? measure,
    highlight: indicator['highlight'] === true,
    chart: text(indicator['chart']),
    sumOf: joinSums(Array.isArray(indicator['sumOf']) ? (indicator['sumOf'] as string[][]) : []),
    sure: (Array.isArray(indicator['sure']) ? (indicator['sure'] as unknown[]) : []).filter(
      (value) => typeof value === 'number',
    ),
    // As many as there are, or as there should be: a value too many is shown for correction, not dropped.
    values: Array.from({ length: Math.max(periods, values.length) }, (_, index) => figure(values[index])),
  };
}

function writeRow(row: IndicatorRow): unknown {
  const { label, labels, unit, decimals, measure, highlight, chart, sumOf, values, sure } = row;
  const sums = splitSums(sumOf);
  // Of a figure that is not there any more nobody needs to know.
  const kept = sure.filter((value) => values.includes(value));
  return {
    label: label ?? '',
    ...beside('labels', labels),
    unit,
    values,
    ...(decimals === null ? {} : { decimals }),
    ...(measure === 'flow' ? {} : { measure }),
    ...(highlight ? { highlight } : {}),
    ...(chart === null ? {} : { chart }),
    ...(sums.length > 0 ? { sumOf: sums } : {}),
    ...(kept.length > 0 ? { sure: kept } : {}),
  };
}

function isEmpty({ label, values, sumOf }: IndicatorRow): boolean {
  return !label && !sumOf && values.every((value) => value === null);
}

function figure(value: unknown): Figure {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function texts(value: unknown): Texts {
  const said = record(value);
  const known = languages.flatMap((language) => {
    const other = text(said[language]);
    return other === null ? [] : [[language, other] as const];
  });
  return Object.fromEntries(known);
}

/** Texts in other languages, where there are any. */
function beside(name: 'labels' | 'titles', said: Texts): object {
  return Object.keys(said).length > 0 ? { [name]: said } : {};
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(record) : [];
}
