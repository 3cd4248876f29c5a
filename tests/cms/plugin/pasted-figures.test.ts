import { describe, expect, it } from 'vitest';
import { placeTable } from '../../../cms/plugin/admin/src/figures/paste/place-table';
import type { PastedAt } from '../../../cms/plugin/admin/src/figures/paste/read-table';
import { numberStyle } from '../../../cms/plugin/admin/src/model/figure-text';
import { labelKey, periodNamed } from '../../../cms/plugin/admin/src/model/label-key';
import { emptyPeriod, emptyRow, withPeriods, type Sheet } from '../../../cms/plugin/admin/src/model/sheet';
import { readSheet } from '../../../cms/plugin/admin/src/model/stored-sheet';
import { amanews242 } from '../../support/issue';

const numbers = numberStyle('fr');
const period = { label: '30/11/2026', labels: {}, end: '2026-11-30', partial: true, inMail: false };
const newest = 5;

/** The dashboard of N° 242 with one more period, which is empty. */
function prepared(): Sheet {
  const section = amanews242('fr').sections.find(({ type }) => type === 'dashboard');
  const sheet = readSheet((section as { dashboard: unknown }).dashboard);
  return withPeriods(
    sheet,
    [...sheet.periods, period],
    [{ type: 'CREATE', fromRowIndex: newest, toRowIndex: newest + 1 }],
  );
}

const month = (sheet: Sheet) => sheet.groups.map(({ rows }) => rows.map(({ values }) => values[newest]));
/** A figure for each row, by groups: 1, 2, 3… */
const figures = (sheet: Sheet): string[][] => {
  let last = 0;
  return sheet.groups.map(({ rows }) => rows.map(() => String((last += 1))));
};
const asNumbers = (groups: string[][]) => groups.map((texts) => texts.map(Number));
const column = (texts: readonly string[]) => texts.map((text) => [text]);

function paste(table: string[][], place: { group?: number; row?: number; period?: number | null } = {}) {
  const sheet = prepared();
  const { group = 0, row = 0, period: under = newest } = place;
  const at: PastedAt = { group: sheet.groups[group]?.key ?? '', row, period: under };
  const placed = placeTable(sheet, at, table, numbers);
  if (placed === null) return null;
  return 'refused' in placed
    ? { refused: placed.refused.key, values: placed.refused.values }
    : { month: month(placed.sheet), sheet: placed.sheet, told: placed.told };
}

describe('a column of the whole month', () => {
  const all = figures(prepared());

  it('goes on into the following groups', () => {
    const placed = paste(column(all.flat()));
    expect(placed?.month).toEqual(asNumbers(all));
    expect(placed?.told).toEqual([
      {
        key: 'figures.paste.across',
        values: {
          ...{ figures: 36, groups: 9 },
          ...{ first: 'Effectif Siège', last: 'Valorisation des clients (Prix)' },
        },
      },
    ]);
  });

  it.each([
    ['empty rows between the groups', (texts: string[]) => ['', ...texts]],
    ['the titles of the groups', (texts: string[], title: string) => [title, ...texts]],
    ['titles below empty rows', (texts: string[], title: string) => ['', title, ...texts]],
  ])('may have %s', (_, withTop) => {
    const { groups } = prepared();
    const lines = all.flatMap((texts, at) => withTop(texts, `${groups[at]?.code}. ${groups[at]?.title}`));
    expect(paste(column(lines))?.month).toEqual(asNumbers(all));
    expect(paste(column(lines.slice(1)))?.month).toEqual(asNumbers(all));
    expect(paste(column(['Novembre 2026', ...lines]))?.month).toEqual(asNumbers(all));
  });

  it('keeps what lacks in its place, also at the end', () => {
    const lacking = all.map((texts) => [...texts.slice(0, -1), '']);
    expect(paste(column(lacking.flat()))?.month?.map((values) => values.at(-1))).toEqual(
      Array.from({ length: 9 }, () => null),
    );
    expect(paste(column(lacking.flat()))?.month?.[1]?.[0]).toBe(4);
  });

  it('may begin at a later group, and end with one', () => {
    expect(paste(column(all.slice(1).flat()), { group: 1 })?.month?.slice(1)).toEqual(
      asNumbers(all.slice(1)),
    );
    const first = paste(column(all.slice(0, 2).flat()))?.month;
    expect([first?.[1]?.at(-1), first?.[2]]).toEqual([22, [null, null]]);
  });

  it('is refused where it does not fit, and makes no row without a name', () => {
    const refused = { refused: 'figures.paste.no-fit', values: { lines: 35, group: 3, left: 36 } };
    expect(paste(column(all.flat().slice(1)))).toEqual(refused);
    expect(paste(column([...all.flat(), '37']))).toMatchObject({ refused: 'figures.paste.no-fit' });
    // The title of a group where another one begins.
    const wrong = all.flatMap((texts, at) => [prepared().groups[(at + 1) % 9]?.title ?? '', ...texts]);
    expect(paste(column(wrong))).toMatchObject({ refused: 'figures.paste.no-fit' });
  });

  it('stands as it is within its group, and where rows are being made', () => {
    expect(paste(column(['1', '2', '3']))).toBeNull();
    const sheet = prepared();
    const group = { ...sheet.groups[8], rows: [emptyRow(6)] } as Sheet['groups'][number];
    const made = { ...sheet, groups: [...sheet.groups.slice(0, 8), group] };
    const at = { group: group.key, row: 0, period: newest };
    expect(placeTable(made, at, column(['1', '2', '3']), numbers)).toBeNull();
  });

  it('leaves out its heading, and is refused under that of another period', () => {
    expect(paste(column(['30/11/2026', '1', '2', '3']))?.month?.[0]).toEqual([1, 2, 3]);
    expect(paste(column(['30/06/2023', '1', '2', '3']))).toMatchObject({
      refused: 'figures.paste.heading-other',
    });
  });

  it('says how many figures it replaced', () => {
    const placed = paste(column(all.flat()), { period: 4 });
    expect(placed?.told?.at(-1)).toMatchObject({ key: 'figures.paste.replaced' });
    expect(placed?.sheet?.groups[8]?.rows[2]?.values).toEqual(
      [null, null, null, null, 36, null].map((one, at) =>
        at < 4 ? prepared().groups[8]?.rows[2]?.values[at] : one,
      ),
    );
  });
});

describe('a table of labels and figures', () => {
  const table = [
    ['Indicateur', 'Novembre'],
    ['Formation clients', '2 900'],
    ['effectif siege (1)', '231'],
    ["Volume de Prêts Débloqués de l'année  (KDH)", '1 200,5'],
    ['Chiffre inconnu', '7'],
  ];

  it.each([
    ['the period', { group: 8 }],
    ['the label', { group: 8, period: null }],
  ])('finds its rows in all groups, pasted on %s', (_, place) => {
    const placed = paste(table, place);
    expect([placed?.month?.[8]?.[0], placed?.month?.[0], placed?.month?.[2]?.[1]]).toEqual([
      2900,
      [231, null, null],
      1200.5,
    ]);
    expect(placed?.told).toEqual([
      { key: 'figures.paste.by-label', values: { figures: 3, period: '30/11/2026' } },
      { key: 'figures.paste.unknown', values: { count: 1, labels: 'Chiffre inconnu' } },
    ]);
    expect(placed?.sheet?.groups.map(({ rows }) => rows.map(({ label }) => label))).toEqual(
      prepared().groups.map(({ rows }) => rows.map(({ label }) => label)),
    );
  });

  it('needs no heading, and replaces nothing without being asked', () => {
    const rows = table.slice(1);
    expect(paste(rows, { period: null })?.month?.[8]?.[0]).toBe(2900);
    const sheet = prepared();
    const before = { ...sheet, periods: sheet.periods.slice(0, 5) };
    const at = { group: sheet.groups[0]?.key ?? '', row: 0, period: null };
    expect(placeTable(before, at, rows, numbers)).toMatchObject({
      refused: { key: 'figures.paste.which-period', values: { period: '30/06/2023' } },
    });
    expect(paste(rows, { period: 4 })?.told?.[1]).toEqual({
      key: 'figures.paste.replaced',
      values: { cells: 3 },
    });
  });

  it('follows its headings in any order', () => {
    const placed = paste([
      ['', '30 novembre 2026', '2022'],
      ['Formation clients', '5', '6'],
    ]);
    expect(placed?.sheet?.groups[8]?.rows[0]?.values.slice(3)).toEqual(
      [6, 1635, 5].map((one, at) => (at === 1 ? prepared().groups[8]?.rows[0]?.values[4] : one)),
    );
    expect(
      paste([
        ['', '2022'],
        ['Formation clients', '6'],
      ]),
    ).toMatchObject({
      refused: 'figures.paste.heading-other',
    });
  });

  it('tells rows of one name apart by their group, or says that it cannot', () => {
    const sheet = prepared();
    const twice = {
      ...sheet,
      groups: sheet.groups.map((group, at) =>
        at < 3 ? { ...group, rows: [...group.rows, { ...emptyRow(6), label: 'Somme' }] } : group,
      ),
    };
    const into = (rows: string[][], group: number) => {
      const at = { group: sheet.groups[group]?.key ?? '', row: 0, period: newest };
      return placeTable(twice, at, rows, numbers);
    };
    const sums = (placed: ReturnType<typeof into>) =>
      placed !== null && 'sheet' in placed
        ? placed.sheet.groups.slice(0, 3).map(({ rows }) => rows.at(-1)?.values[newest])
        : null;
    expect(
      sums(
        into(
          [
            ['B. Activité', ''],
            ['Somme', '4'],
          ],
          8,
        ),
      ),
    ).toEqual([null, 4, null]);
    expect(
      sums(
        into(
          [
            ['Somme', '4'],
            ['Somme', '5'],
            ['SOMME', '6'],
          ],
          8,
        ),
      ),
    ).toEqual([4, 5, 6]);
    expect(sums(into([['Somme', '4']], 2))).toEqual([null, null, 4]);
    expect(
      into(
        [
          ['Somme', '4'],
          ['Formation clients', '5'],
        ],
        8,
      ),
    ).toMatchObject({
      told: [
        { key: 'figures.paste.by-label' },
        { key: 'figures.paste.several', values: { labels: 'Somme' } },
      ],
    });
  });

  it('is refused where no label is known, or nobody knows the periods', () => {
    expect(
      paste([
        ['Chiffre', '7'],
        ['Autre', '8'],
      ]),
    ).toMatchObject({
      refused: 'figures.paste.labels-unknown',
    });
    expect(paste([['Formation clients', '7', '8']], { period: null })).toMatchObject({
      refused: 'figures.paste.which-periods',
    });
    expect(
      paste(
        [
          ['Indicateur', 'Mars 2027'],
          ['Formation clients', '7'],
        ],
        { period: null },
      ),
    ).toMatchObject({
      refused: 'figures.paste.no-period',
    });
  });

  it('makes rows where it is pasted into an empty one, and stands as it was where it is the sheet’s own', () => {
    const sheet = prepared();
    const made = {
      ...sheet,
      groups: sheet.groups.map((group, at) => (at === 8 ? { ...group, rows: [emptyRow(6)] } : group)),
    };
    const at = { group: sheet.groups[8]?.key ?? '', row: 0, period: null };
    expect(placeTable(made, at, table, numbers)).toBeNull();
    const own = sheet.groups[0]?.rows.map(({ label, values }) => [label ?? '', ...values.map(String), '1']);
    expect(paste(own ?? [], { period: null })).toBeNull();
  });
});

describe('a label and a heading', () => {
  it.each([
    ['Prêts  de l’année (1)', "PRETS DE L'ANNEE"],
    ['Œuvres : total *', 'oeuvres total'],
    ['مجموع المُستخدمين¹', 'مجموع المستخدمين'],
    ['Points de vente / Rural', 'points de vente/rural'],
  ])('“%s” is “%s”', (one, other) => {
    expect(labelKey(one)).toBe(labelKey(other));
  });

  it('names a period by its label, its day, its month or its year', () => {
    const { periods } = prepared();
    const named = (heading: string) => periodNamed(heading, periods);
    expect(['30/11/2026', '30 novembre 2026', 'Novembre 2026', 'nov-26', '11/2026'].map(named)).toEqual(
      Array.from({ length: 5 }, () => newest),
    );
    expect(['2021', 'Décembre 2026', '2018', '4.10', 'Indicateur', ''].map(named)).toEqual([
      2,
      'other',
      'other',
      null,
      null,
      null,
    ]);
    expect(periodNamed('Novembre 2026', [emptyPeriod()])).toBe('other');
  });
});
