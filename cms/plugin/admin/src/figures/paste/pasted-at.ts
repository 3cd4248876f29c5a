import { readFigure, type NumberStyle } from '../../model/figure-text';
import { labelKey } from '../../model/label-key';
import type { Group, IndicatorRow, Sheet } from '../../model/sheet';
import type { Text } from '../../model/text';

/** A table as a clipboard held it, row by row. */
export type Table = readonly (readonly string[])[];

/** Where a table was pasted among the figures. */
export interface PastedAt {
  /** The group's key. */
  group: string;
  row: number;
  /** Which period; null in the label or before it. */
  period: number | null;
}

/** What becomes of a table: the figures with it and what is to be said, or why nothing was changed. */
export type Placement = { sheet: Sheet; told: Text[] } | { refused: Text };

/** A row of the dashboard. */
export interface Place {
  group: number;
  row: number;
}

/** One figure that is to be written. */
interface Written extends Place {
  period: number;
  text: string;
}

/** Writes figures into rows of any group; an empty text leaves what is there. Pure. */
export function writeFigures(
  sheet: Sheet,
  figures: readonly Written[],
  numbers: NumberStyle,
): { sheet: Sheet; written: number; replaced: number } {
  const rows = new Map<IndicatorRow, IndicatorRow['values'][number][]>();
  let [written, replaced] = [0, 0];
  for (const { group, row: at, period, text } of figures) {
    const row = sheet.groups[group]?.rows[at];
    if (row === undefined || text.trim() === '') continue;
    const values = rows.get(row) ?? [...row.values];
    const [before = null, figure] = [values[period], readFigure(text, numbers)];
    if (figure !== null) written += 1;
    if (before !== null && before !== figure) replaced += 1;
    values[period] = figure;
    rows.set(row, values);
  }
  const groups = sheet.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => {
      const values = rows.get(row);
      return values === undefined ? row : { ...row, values: Array.from(values, (value) => value ?? null) };
    }),
  }));
  return { sheet: { ...sheet, groups }, written, replaced };
}

/** Whether a text of a table is neither a figure nor what stands for none. */
export function isWords(text: string, numbers: NumberStyle): boolean {
  return typeof readFigure(text, numbers) === 'string';
}

/** Whether a text names a group: by its title, its code or both. */
export function namesGroup(text: string, { code, title, titles }: Group): boolean {
  const key = labelKey(text);
  return (
    // A code may be a digit, and so may a figure.
    /\p{L}/u.test(key) &&
    [title, code, ...[title, ...Object.values(titles)].flatMap((one) => [one, `${code} ${one}`])].some(
      (name) => labelKey(name) === key,
    )
  );
}

/** A table without the empty rows behind its last one. */
export function withoutEmptyEnd(table: Table): Table {
  let length = table.length;
  while (length > 0 && table[length - 1]?.every((text) => text.trim() === '')) length -= 1;
  return table.slice(0, length);
}

/** What is said of figures that were there before. */
export function replacedText(replaced: number): Text[] {
  return replaced > 0 ? [{ key: 'figures.paste.replaced', values: { cells: replaced } }] : [];
}
