import type { NumberStyle } from '../../model/figure-text';
import { labelKey, periodNamed } from '../../model/label-key';
import type { PeriodRow, Sheet } from '../../model/sheet';
import type { Text } from '../../model/text';
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

/** What people write above a column of labels, as `labelKey` has it. */
const headOfLabels = /^(?:|indicateurs?|indicators?|libelles?|rubriques?|labels?|(?:ال)?موشر(?:ات)?)$/;
/** Labels that are named in a sentence; of more, their number. */
const mostNamed = 5;

/** One row of a table with labels. */
interface Line {
  label: string;
  cells: readonly string[];
}

/**
 * Puts the figures of a table with labels into the rows of those labels, in any group and any order. A label that several rows have is told
 * apart by the title of a group above it, by its turn where the table has it as often, or by the group that it was pasted in.
 *
 * @returns null for a table without labels, and for one that makes rows of its own
 */
export function placeLabelled(
  sheet: Sheet,
  at: PastedAt,
  table: Table,
  numbers: NumberStyle,
): Placement | null {
  const known = placesByLabel(sheet);
  const lines = withoutEmptyEnd(table).map(([label = '', ...cells]): Line => ({ label, cells }));
  if (lines.every(({ cells }) => cells.length === 0)) return null;
  const isHeaded = isHeading(lines[0], known, sheet, numbers);
  const body = lines.slice(isHeaded ? 1 : 0).filter(({ label }) => label.trim() !== '');
  const rows = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const found = rows.filter(({ label }) => known.has(labelKey(label)));
  if (!isLabelled(sheet, at, rows, found.length, numbers)) return null;
  if (found.length === 0) return { refused: { key: 'figures.paste.labels-unknown' } };

  const aimed = columnsOf(sheet, at, lines[0] ?? { label: '', cells: [] }, isHeaded, found, known);
  if (aimed === null) return null;
  if ('refused' in aimed) return aimed;
  const { places, unknown, several } = placesOf(sheet, at, body, known);
  const written = places.flatMap(({ place, cells }) =>
    aimed.periods.flatMap((period, column) =>
      period === null ? [] : [{ ...place, period, text: cells[column] ?? '' }],
    ),
  );
  const done = writeFigures(sheet, written, numbers);
  const headings = [...new Set(aimed.periods)].flatMap((period) =>
    period === null ? [] : [sheet.periods[period]?.label ?? String(period + 1)],
  );
  return {
    sheet: done.sheet,
    told: [
      { key: 'figures.paste.by-label', values: { figures: done.written, period: headings.join(' · ') } },
      ...(aimed.told ?? []),
      ...replacedText(done.replaced),
      ...listed('figures.paste.unknown', unknown),
      ...listed('figures.paste.several', several),
    ],
  };
}

/** Whether a table is one of labels and their figures, to be taken apart: not where it was pasted to make rows. */
function isLabelled(
  { groups }: Sheet,
  at: PastedAt,
  rows: readonly Line[],
  found: number,
  numbers: NumberStyle,
): boolean {
  const words = rows.filter(({ label }) => isWords(label, numbers)).length;
  if (rows.length === 0 || words * 2 < rows.length) return false;
  if (at.period !== null) return true;
  const own = groups.find(({ key }) => key === at.group)?.rows[at.row];
  return Boolean(own?.label) && found > 0 && found * 2 >= rows.length;
}

function placesByLabel({ groups }: Sheet): Map<string, Place[]> {
  const known = new Map<string, Place[]>();
  groups.forEach(({ rows }, group) =>
    rows.forEach(({ label, labels }, row) => {
      const keys = new Set([label ?? '', ...Object.values(labels)].map(labelKey).filter((key) => key !== ''));
      const place = { group, row };
      for (const key of keys) known.set(key, [...(known.get(key) ?? []), place]);
    }),
  );
  return known;
}

/** Whether the first row names columns: it is no row of the dashboard, and holds no figures but years. */
function isHeading(
  line: Line | undefined,
  known: ReadonlyMap<string, unknown>,
  { periods }: Sheet,
  numbers: NumberStyle,
): boolean {
  if (line === undefined || known.has(labelKey(line.label))) return false;
  const cells = line.cells.filter((cell) => cell.trim() !== '');
  if (cells.length === 0) return headOfLabels.test(labelKey(line.label));
  if (cells.every((cell) => isWords(cell, numbers) || typeof periodNamed(cell, periods) === 'number'))
    return true;
  return (
    headOfLabels.test(labelKey(line.label)) && cells.every((cell) => periodNamed(cell, periods) !== null)
  );
}

type Columns = { periods: (number | null)[]; told?: Text[] } | { refused: Text };

/** The period of each column of figures; null for a column that is left out. */
function columnsOf(
  sheet: Sheet,
  at: PastedAt,
  first: Line,
  isHeaded: boolean,
  found: readonly Line[],
  known: ReadonlyMap<string, readonly Place[]>,
): Columns | null {
  const { periods } = sheet;
  const width = Math.max(0, ...found.map(({ cells }) => cells.length));
  const headings = isHeaded ? Array.from({ length: width }, (_, column) => first.cells[column] ?? '') : [];
  const named = headings.map((heading) => periodNamed(heading, periods));
  const own = named.map((period) => (typeof period === 'number' ? period : null));
  if (own.some((period) => period !== null)) {
    const isElsewhere = width === 1 && at.period !== null && own[0] !== at.period;
    return isElsewhere
      ? { refused: { key: 'figures.paste.heading-other', values: { heading: headings[0] ?? '' } } }
      : { periods: own };
  }
  if (at.period !== null) {
    const from = at.period;
    const placed = Array.from({ length: width }, (_, column) =>
      from + column < periods.length ? from + column : null,
    );
    const stranger = headings.find((_, column) => named[column] === 'other');
    const heading = periods[from]?.label ?? String(from + 1);
    return stranger === undefined
      ? { periods: placed }
      : {
          periods: placed,
          told: [{ key: 'figures.paste.heading-unknown', values: { heading: stranger, period: heading } }],
        };
  }
  // The grid's own copy, or a spreadsheet's of the whole: it stands as it did.
  if (width >= periods.length && isInPlace(sheet, at, found)) return null;
  if (width > 1)
    return width === periods.length
      ? { periods: periods.map((_, column) => column) }
      : { refused: { key: 'figures.paste.which-periods' } };
  const stranger = named[0] === 'other' ? (headings[0] ?? '') : null;
  if (stranger !== null)
    return { refused: { key: 'figures.paste.no-period', values: { heading: stranger } } };
  const newest = newestOf(periods);
  const isEmpty = found.every(({ label }) =>
    (known.get(labelKey(label)) ?? []).every(
      ({ group, row }) => (sheet.groups[group]?.rows[row]?.values[newest] ?? null) === null,
    ),
  );
  return isEmpty
    ? { periods: [newest] }
    : { refused: { key: 'figures.paste.which-period', values: { period: periods[newest]?.label ?? '' } } };
}

/** Whether the rows of a table are those of the group from where it was pasted on. */
function isInPlace({ groups }: Sheet, at: PastedAt, lines: readonly Line[]): boolean {
  const rows = groups.find(({ key }) => key === at.group)?.rows ?? [];
  return lines.every(({ label }, line) => labelKey(rows[at.row + line]?.label ?? '') === labelKey(label));
}

/** The period with the latest last day; one whose day nobody has written yet is the newest where it stands last. */
function newestOf(periods: readonly PeriodRow[]): number {
  if (periods.at(-1)?.end === null) return periods.length - 1;
  return periods.reduce(
    (newest, { end }, at) => ((end ?? '') >= (periods[newest]?.end ?? '') ? at : newest),
    0,
  );
}

/** Which row of the dashboard each row of a table is. */
function placesOf(
  { groups }: Sheet,
  at: PastedAt,
  lines: readonly Line[],
  known: ReadonlyMap<string, readonly Place[]>,
) {
  const pastedIn = groups.findIndex(({ key }) => key === at.group);
  const times = new Map<string, number>();
  for (const { label } of lines) times.set(labelKey(label), (times.get(labelKey(label)) ?? 0) + 1);
  const turns = new Map<string, number>();
  const taken = new Set<Place>();
  const places: { place: Place; cells: readonly string[] }[] = [];
  const [unknown, several]: [string[], string[]] = [[], []];
  let below: number | null = null;
  for (const { label, cells } of lines) {
    const key = labelKey(label);
    const candidates = known.get(key) ?? [];
    if (cells.every((cell) => cell.trim() === '')) {
      const title = groups.findIndex((group) => namesGroup(label, group));
      if (title >= 0) below = title;
      else if (candidates.length === 0) below = null;
      continue;
    }
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    const within = (group: number | null) => {
      const own = candidates.filter((place) => place.group === group);
      return own.length === 1 ? own[0] : undefined;
    };
    const place =
      candidates.length === 1
        ? candidates[0]
        : (within(below) ??
          (times.get(key) === candidates.length ? candidates[turn] : undefined) ??
          within(pastedIn));
    if (candidates.length === 0) unknown.push(label);
    else if (place === undefined || taken.has(place)) several.push(label);
    else {
      taken.add(place);
      places.push({ place, cells });
    }
  }
  return { places, unknown, several };
}

function listed(key: 'figures.paste.unknown' | 'figures.paste.several', labels: readonly string[]): Text[] {
  if (labels.length === 0) return [];
  const named = labels.slice(0, mostNamed).join(' · ') + (labels.length > mostNamed ? ' …' : '');
  return [{ key, values: { count: labels.length, labels: named } }];
}
