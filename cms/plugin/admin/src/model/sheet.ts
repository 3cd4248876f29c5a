import type { Figure } from './figure-text';

/** A dashboard's figures as the grid shows them; the contract's own shape is the renderer's `Dashboard`. */
export interface Sheet {
  periods: PeriodRow[];
  groups: Group[];
}

export interface PeriodRow {
  label: string | null;
  /** Last day, `YYYY-MM-DD`. */
  end: string | null;
  partial: boolean;
  /** Chosen for the mail; where none is, the newest that fit are shown. */
  inMail: boolean;
}

export interface Group {
  /** Stays the same while the group moves. */
  key: string;
  code: string;
  title: string;
  rows: IndicatorRow[];
}

export interface IndicatorRow {
  label: string | null;
  unit: string;
  decimals: Figure;
  measure: string;
  highlight: boolean;
  chart: string | null;
  /** The rows this total is made of, as one line: labels between ` + `, other ways to divide it after ` ; `. */
  sumOf: string | null;
  /** One for each period, in their order. */
  values: Figure[];
}

/** What a grid tells of its rows: rows `from` up to, and without, `to` were changed, deleted or created. */
export interface RowOperation {
  type: 'UPDATE' | 'DELETE' | 'CREATE';
  fromRowIndex: number;
  toRowIndex: number;
}

let groupsMade = 0;

export function emptyGroup(periods = 1): Group {
  return { key: nextKey(), code: '', title: '', rows: [emptyRow(periods)] };
}

export function emptyRow(periods: number): IndicatorRow {
  return {
    label: null,
    unit: 'count',
    decimals: null,
    measure: 'flow',
    highlight: false,
    chart: null,
    sumOf: null,
    values: Array.from({ length: periods }, () => null),
  };
}

export const emptyPeriod = (): PeriodRow => ({ label: null, end: null, partial: false, inMail: false });

/** Reads what is stored. What does not look like figures is left out, never an exception: the server judges it. */
export function readSheet(stored: unknown): Sheet {
  const figures = record(stored);
  const periods = records(figures['periods']).map((period): PeriodRow => ({
    label: text(period['label']),
    end: text(period['end']),
    partial: period['partial'] === true,
    inMail: period['inMail'] === true,
  }));
  const groups = records(figures['groups']).map((group): Group => ({
    key: nextKey(),
    code: text(group['code']) ?? '',
    title: text(group['title']) ?? '',
    rows: records(group['indicators']).map((indicator) => readRow(indicator, periods.length)),
  }));
  return {
    periods: periods.length > 0 ? periods : [emptyPeriod()],
    groups: groups.length > 0 ? groups : [emptyGroup()],
  };
}

/** Writes the contract's shape, without what is the contract's own default. Rows with nothing in them are left out. */
export function writeSheet({ periods, groups }: Sheet): unknown {
  return {
    periods: periods.map(({ label, end, partial, inMail }) => ({
      label: label ?? '',
      end: end ?? '',
      ...(partial ? { partial } : {}),
      ...(inMail ? { inMail } : {}),
    })),
    groups: groups.map(({ code, title, rows }) => ({
      code: code.trim(),
      title: title.trim(),
      indicators: rows.filter((row) => !isEmpty(row)).map(writeRow),
    })),
  };
}

/** Lets every row's values follow when periods are put in or taken out. Pure. */
export function withPeriods(sheet: Sheet, periods: PeriodRow[], operations: readonly RowOperation[]): Sheet {
  const follow = (values: readonly Figure[]): Figure[] => {
    const followed = [...values];
    for (const { type, fromRowIndex: from, toRowIndex: to } of operations) {
      if (type === 'DELETE') followed.splice(from, to - from);
      if (type === 'CREATE') followed.splice(from, 0, ...Array.from({ length: to - from }, () => null));
    }
    return followed;
  };
  return {
    periods,
    groups: sheet.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, values: follow(row.values) })),
    })),
  };
}

/** Takes a group's new rows, and lets the totals of that group follow where a row was given another name. Pure. */
export function withRows(group: Group, rows: IndicatorRow[], operations: readonly RowOperation[]): Group {
  const renamed = new Map<string, string>();
  if (operations.every(({ type }) => type === 'UPDATE')) {
    group.rows.forEach(({ label: before }, index) => {
      const after = rows[index]?.label;
      if (before && after && before !== after) renamed.set(before, after);
    });
  }
  const follow = (sumOf: string | null): string | null =>
    sumOf === null || renamed.size === 0
      ? sumOf
      : joinSums(splitSums(sumOf).map((labels) => labels.map((label) => renamed.get(label) ?? label)));
  return { ...group, rows: rows.map((row) => ({ ...row, sumOf: follow(row.sumOf) })) };
}

/** Moves an item one place up or down; what would leave the list stays. Pure. */
export function moved<Item>(items: readonly Item[], index: number, by: -1 | 1): Item[] {
  const other = index + by;
  const [item, neighbour] = [items[index], items[other]];
  if (item === undefined || neighbour === undefined) return [...items];
  return items.map((one, place) => (place === index ? neighbour : place === other ? item : one));
}

function readRow(indicator: Record<string, unknown>, periods: number): IndicatorRow {
  const values = Array.isArray(indicator['values']) ? (indicator['values'] as unknown[]) : [];
  const { unit, measure } = emptyRow(0);
  return {
    label: text(indicator['label']),
    unit: text(indicator['unit']) ?? unit,
    decimals: figure(indicator['decimals']),
    measure: text(indicator['measure']) ?? measure,
    highlight: indicator['highlight'] === true,
    chart: text(indicator['chart']),
    sumOf: joinSums(Array.isArray(indicator['sumOf']) ? (indicator['sumOf'] as string[][]) : []),
    // As many as there are, or as there should be: a value too many is shown for correction, not dropped.
    values: Array.from({ length: Math.max(periods, values.length) }, (_, index) => figure(values[index])),
  };
}

function writeRow(row: IndicatorRow): unknown {
  const { label, unit, decimals, measure, highlight, chart, sumOf, values } = row;
  const sums = splitSums(sumOf);
  return {
    label: label ?? '',
    unit,
    values,
    ...(decimals === null ? {} : { decimals }),
    ...(measure === 'flow' ? {} : { measure }),
    ...(highlight ? { highlight } : {}),
    ...(chart === null ? {} : { chart }),
    ...(sums.length > 0 ? { sumOf: sums } : {}),
  };
}

function isEmpty({ label, values, sumOf }: IndicatorRow): boolean {
  return !label && !sumOf && values.every((value) => value === null);
}

function joinSums(sums: readonly (readonly string[])[]): string | null {
  const joined = sums.map((labels) => labels.join(' + ')).join(' ; ');
  return joined === '' ? null : joined;
}

function splitSums(line: string | null): string[][] {
  return (line ?? '')
    .split(/\s*;\s+/)
    .map((way) =>
      way
        .split(/\s+\+\s+/)
        .map((label) => label.trim())
        .filter((label) => label !== ''),
    )
    .filter((labels) => labels.length > 0);
}

function figure(value: unknown): Figure {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(record) : [];
}

function nextKey(): string {
  groupsMade += 1;
  return `group-${groupsMade}`;
}
