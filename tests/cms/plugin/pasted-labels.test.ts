import { describe, expect, it } from 'vitest';
import { placeTable } from '../../../cms/plugin/admin/src/figures/paste/place-table';
import { labelKey, periodNamed } from '../../../cms/plugin/admin/src/model/label-key';
import { emptyPeriod, emptyRow } from '../../../cms/plugin/admin/src/model/sheet';
import { newest, numbers, paste, prepared } from './pasting';

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
    const values = placed?.sheet?.groups[8]?.rows[0]?.values;
    expect([values?.[3], values?.[newest]]).toEqual([6, 5]);
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
