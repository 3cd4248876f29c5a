import type { Language } from '../../../shared/desk';
import type { Figure } from './figure-text';

/** A text in other languages than the one it stands in. */
export type Texts = Partial<Record<Language, string>>;

/** A dashboard's figures as the grid shows them; the contract's own shape is the renderer's `Dashboard`. */
export interface Sheet {
  /** What the texts are in, once there are others beside them. */
  language: Language | null;
  /** The dashboard's title in other languages. */
  titles: Texts;
  periods: PeriodRow[];
  groups: Group[];
}

export interface PeriodRow {
  label: string | null;
  labels: Texts;
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
  titles: Texts;
  rows: IndicatorRow[];
}

export interface IndicatorRow {
  label: string | null;
  labels: Texts;
  unit: string;
  decimals: Figure;
  measure: string;
  highlight: boolean;
  chart: string | null;
  /** The rows this total is made of, as one line: labels between ` + `, other ways to divide it after ` ; `. */
  sumOf: string | null;
  /** One for each period, in their order. */
  values: Figure[];
  /** Figures that a person has said to be right, though they leave the habit of the row. */
  sure: number[];
}

/** What a grid tells of its rows: rows `from` up to, and without, `to` were changed, deleted or created. */
export interface RowOperation {
  type: 'UPDATE' | 'DELETE' | 'CREATE';
  fromRowIndex: number;
  toRowIndex: number;
}

let groupsMade = 0;

export function emptyGroup(periods = 1): Group {
  return { key: nextKey(), code: '', title: '', titles: {}, rows: [emptyRow(periods)] };
}

export function emptyRow(periods: number): IndicatorRow {
  return {
    label: null,
    labels: {},
    unit: 'count',
    decimals: null,
    measure: 'flow',
    highlight: false,
    chart: null,
    sumOf: null,
    values: Array.from({ length: periods }, () => null),
    sure: [],
  };
}

export const emptyPeriod = (): PeriodRow => ({
  label: null,
  labels: {},
  end: null,
  partial: false,
  inMail: false,
});

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
    ...sheet,
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

/** A key for a group that is made or read. */
export function nextKey(): string {
  groupsMade += 1;
  return `group-${groupsMade}`;
}

/** Ways to divide a total as one line. */
export function joinSums(sums: readonly (readonly string[])[]): string | null {
  const joined = sums.map((labels) => labels.join(' + ')).join(' ; ');
  return joined === '' ? null : joined;
}

/** The same line taken apart. */
export function splitSums(line: string | null): string[][] {
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
