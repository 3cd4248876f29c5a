import type { NumberStyle } from '../../model/figure-text';
import { periodNamed } from '../../model/label-key';
import type { Group, IndicatorRow, Sheet } from '../../model/sheet';
import {
  isWords,
  namesGroup,
  replacedText,
  withoutEmptyEnd,
  writeFigures,
  type PastedAt,
  type Place,
  type Placement,
  type Table,
} from './pasted-at';

/** Rows of a table that may stand between two groups, and above the first: a title, an empty row, the period. */
const mostBetween = 3;

/** Which row of the dashboard each row of the table is; null for one between groups. */
interface Fit {
  rows: (Place | null)[];
  /** Whether the last row of the dashboard is reached. */
  isWhole: boolean;
}

/**
 * Lets figures without labels go on into the following groups, as the sheet stands, with titles of groups or empty rows between them. They
 * fit where they end with a group and each group has as many rows here as there: a row too few would put all others in the wrong place.
 *
 * @returns null where the table stays within its group
 */
export function placeColumn(
  sheet: Sheet,
  at: PastedAt & { period: number },
  table: Table,
  numbers: NumberStyle,
): Placement | null {
  const first = sheet.groups.findIndex(({ key }) => key === at.group);
  const group = sheet.groups[first];
  // Whoever writes figures before their labels is making new rows.
  if (group === undefined || !group.rows[at.row]?.label) return null;
  const lines = withoutEmptyEnd(table);
  const width = Math.max(0, ...lines.map((texts) => texts.length));
  if (lines.length === 0 || at.period + width > sheet.periods.length) return null;
  const inGroup = namedFrom(group, at.row);
  const top = lines.findIndex((texts) => !isBetween(texts, sheet, numbers));
  const isApart = lines.slice(top).some((texts) => isBetween(texts, sheet, numbers));
  const isWithin = top >= 0 && !isApart && lines.length - top <= inGroup.length;
  if (isWithin && top === 0) return null;
  const heading = lines.slice(0, mostBetween).flatMap((texts) => otherPeriod(texts, sheet, at.period));
  if (heading[0] !== undefined)
    return { refused: { key: 'figures.paste.heading-other', values: { heading: heading[0] } } };

  const within: Fit = {
    rows: lines.map((_, line) => {
      const row = inGroup[line - top];
      return row === undefined ? null : { group: first, row };
    }),
    isWhole: true,
  };
  const fits = isWithin
    ? [within]
    : fitsOf(sheet, { group: first, row: at.row }, table, lines.length, numbers);
  const whole = fits.filter(({ isWhole }) => isWhole);
  const [fit, another] = whole.length > 0 ? whole : fits;
  const left = sheet.groups.slice(first).flatMap((one, place) => namedFrom(one, place === 0 ? at.row : 0));
  if (fit === undefined || another !== undefined)
    return {
      refused: {
        key: 'figures.paste.no-fit',
        values: { lines: lines.length, group: inGroup.length, left: left.length },
      },
    };
  const written = fit.rows.flatMap((place, line) =>
    place === null
      ? []
      : (lines[line] ?? []).map((text, column) => ({ ...place, period: at.period + column, text })),
  );
  const done = writeFigures(sheet, written, numbers);
  const places = fit.rows.filter((place) => place !== null);
  const named = ({ group: one, row }: Place): string => sheet.groups[one]?.rows[row]?.label ?? '';
  const [begin, end] = [places[0], places.at(-1)];
  return {
    sheet: done.sheet,
    told: [
      {
        key: 'figures.paste.across',
        values: {
          figures: done.written,
          groups: new Set(places.map((place) => place.group)).size,
          first: begin ? named(begin) : '',
          last: end ? named(end) : '',
        },
      },
      ...replacedText(done.replaced),
    ],
  };
}

/** Every way to lay the rows of a table over those of the dashboard, with as many rows between any two groups. */
function fitsOf(sheet: Sheet, from: Place, table: Table, length: number, numbers: NumberStyle): Fit[] {
  const fits = new Map<string, Fit>();
  for (let before = 0; before <= mostBetween; before += 1)
    for (let between = 0; between <= mostBetween; between += 1) {
      const fit = fitOf(sheet, from, table, length, { before, between }, numbers);
      if (fit !== null) fits.set(JSON.stringify(fit.rows), fit);
    }
  return [...fits.values()];
}

function fitOf(
  sheet: Sheet,
  from: Place,
  table: Table,
  length: number,
  skipped: { before: number; between: number },
  numbers: NumberStyle,
): Fit | null {
  const rows: (Place | null)[] = [];
  for (let group = from.group; group < sheet.groups.length; group += 1) {
    const own = sheet.groups[group] as Group;
    const skips = group === from.group ? skipped.before : skipped.between;
    for (let skip = 0; skip < skips; skip += 1) {
      const line = table[rows.length];
      const isTop = group === from.group;
      if (
        line === undefined ||
        !(mayStandBetween(line, own, sheet, numbers) || (isTop && isBetween(line, sheet, numbers)))
      )
        return null;
      rows.push(null);
    }
    for (const row of namedFrom(own, group === from.group ? from.row : 0)) {
      const line = table[rows.length];
      if (line === undefined || isBetween(line, sheet, numbers)) return null;
      rows.push({ group, row });
    }
    if (rows.length >= length) return { rows, isWhole: group === sheet.groups.length - 1 };
  }
  return null;
}

/** Places of the rows that have a label, from one on. */
function namedFrom({ rows }: { rows: readonly IndicatorRow[] }, from: number): number[] {
  return rows.flatMap(({ label }, at) => (at >= from && label ? [at] : []));
}

/** Whether a row of a table is the title of a group or the heading of a period, and no row of figures. */
function isBetween(texts: readonly string[], sheet: Sheet, numbers: NumberStyle): boolean {
  return texts.some(
    (text) =>
      sheet.groups.some((group) => namesGroup(text, group)) ||
      (isWords(text, numbers) && (periodNamed(text, sheet.periods) !== null || !/\p{N}/u.test(text))),
  );
}

/** Whether a row may stand above a group: empty, its title, or a period's heading. */
function mayStandBetween(
  texts: readonly string[],
  group: Group,
  { periods }: Sheet,
  numbers: NumberStyle,
): boolean {
  return texts.every((text) => {
    if (text.trim() === '' || namesGroup(text, group)) return true;
    const named = periodNamed(text, periods);
    return typeof named === 'number' || (named === 'other' && isWords(text, numbers));
  });
}

/** A heading that names another period than the one that the figures are pasted under. */
function otherPeriod(texts: readonly string[], { periods }: Sheet, at: number): string[] {
  return texts.filter((text, column) => {
    const named = periodNamed(text, periods);
    return typeof named === 'number' && named !== at + column && !/^\d+$/.test(text);
  });
}
