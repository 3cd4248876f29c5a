import { dashboardSchema } from '@nachra/renderer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  numberStyle,
  readFigure,
  showFigure,
  writeFigure,
} from '../../../cms/plugin/admin/src/model/figure-text';
import { placeCells } from '../../../cms/plugin/admin/src/model/place-cells';
import { emptyRow, moved, withPeriods, withRows } from '../../../cms/plugin/admin/src/model/sheet';
import { readSheet, writeSheet } from '../../../cms/plugin/admin/src/model/stored-sheet';
import { amanews242 } from '../../support/issue';

const french = numberStyle('fr');
const english = numberStyle('en');

describe('a figure', () => {
  it.each([
    ['2 446 917', 2446917],
    ['2\u202f446\u00a0917', 2446917],
    ['4,10 %', 4.1],
    ['4.10', 4.1],
    ['-1 200,5', -1200.5],
    ['\u221213', -13],
    ['(13)', -13],
    ['1.431.777', 1431777],
    ['1.431.777,25', 1431777.25],
    ['1,431,777.25', 1431777.25],
    ['1.431', 1431],
    ['1,431', 1.431],
    ['1616889 KDH', 1616889],
    ['٢١٦٣', 2163],
    ['٤٫١٠', 4.1],
    ['', null],
    ['—', null],
    ['n.d.', null],
    ['douze', 'douze'],
    ['12 3x', '12 3x'],
    ['1,2,3.4.5', '1,2,3.4.5'],
  ])('typed or pasted as “%s” in French is %s', (typed, figure) => {
    expect(readFigure(typed, french)).toBe(figure);
  });

  it.each([
    ['1,431', 1431],
    ['1,431,777.5', 1431777.5],
    ['1.431', 1.431],
    ['4,1', 4.1],
  ])('typed as “%s” in English is %s', (typed, figure) => {
    expect(readFigure(typed, english)).toBe(figure);
  });

  // As spreadsheets hand them over; each was read wrongly, or not at all, by some grid.
  it.each([
    ['https://github.com/EPPlusSoftware/EPPlus/issues/152', french, '(10.8)%', -10.8],
    ['https://github.com/EPPlusSoftware/EPPlus/issues/693', french, '(1 000 000,05)', -1000000.05],
    ['https://github.com/EPPlusSoftware/EPPlus/issues/1200', french, '\u22121 234', -1234],
    ['https://github.com/silevis/reactgrid/issues/385', french, '-1', -1],
    ['https://github.com/silevis/reactgrid/issues/378', french, 'Hello', 'Hello'],
    ['https://github.com/silevis/reactgrid/issues/500', french, '990.06', 990.06],
    ['https://github.com/silevis/reactgrid/pull/270', french, '100.5', 100.5],
    ['https://github.com/silevis/reactgrid/pull/270', english, '1,000', 1000],
    ['https://github.com/dream-num/univer/issues/5228', french, '1.000,5', 1000.5],
    ['https://github.com/t8y2/dbx/pull/5259', french, '10,000.00', 10000],
    ['https://github.com/infor-design/enterprise/issues/3165', french, '130300,00', 130300],
    ['https://github.com/SheetJS/sheetjs/issues/2221', french, '87.538.258,97', 87538258.97],
    ['https://github.com/telerik/kendo-ui-core/issues/1828', english, '-$2,345', -2345],
    ['https://github.com/telerik/kendo-ui-core/issues/1828', english, '$-2,345', -2345],
    ['https://github.com/SheetJS/sheetjs/issues/1483', english, '£2,624,936.66', 2624936.66],
    ['https://github.com/equitablegrowth/Playfair/issues/267', french, '1,23E+05', 123000],
    ['https://github.com/handsontable/hyperformula/issues/579', english, '1e-3', 0.001],
  ])('of the report %s is read', (_report, style, pasted, figure) => {
    expect(readFigure(pasted, style)).toBe(figure);
  });

  it.each([
    ['0.125', 0.125],
    ['-0.985', -0.985],
    ['5-', -5],
    ['5,2 %-', -5.2],
    ['-0', 0],
    ['1 234,00 €', 1234],
    ['1 234,00 MAD', 1234],
    ['د.م.\u200f 1.234,00', 1234],
    ['\u200e-5,2\u00a0%', -5.2],
    ['\u061c-5', -5],
    ['--5', '--5'],
    ['(5', '(5'],
    ['-(5)', '-(5)'],
    ['12/05/2023', '12/05/2023'],
    ['#DIV/0!', '#DIV/0!'],
    ['########', '########'],
    ['1E+999', '1E+999'],
  ])('handed over as “%s” in French is %s', (pasted, figure) => {
    expect(readFigure(pasted, french)).toBe(figure);
  });

  it('comes back as it was from every way of writing it', () => {
    const numbers = fc
      .double({ min: -1e12, max: 1e12, noNaN: true })
      .map((n) => Math.round(n * 1e4) / 1e4 + 0);
    fc.assert(
      fc.property(numbers, fc.constantFrom(french, english), (number, style) => {
        expect(readFigure(writeFigure(number, style), style)).toBe(number);
      }),
    );
    expect(readFigure(showFigure(-2446917.25, french), french)).toBe(-2446917.25);
  });
});

describe('a table in a clipboard', () => {
  const cell = (text: string, columns = 1, rows = 1) => ({ text, columns, rows });

  it('has every figure under its own period, behind a label that covers an empty cell', () => {
    // https://github.com/dream-num/univer/issues/3051: Excel lets a long text cover the empty cells beside it.
    expect(placeCells([[cell('Nombre global de Prêts Actifs', 2), cell('20'), cell('30')]])).toEqual([
      ['Nombre global de Prêts Actifs', '', '20', '30'],
    ]);
  });

  it('has merged cells in the first of their places', () => {
    expect(
      placeCells([[cell('A', 1, 2), cell('1'), cell('2', 2, 2)], [cell('3')], [cell('B'), cell('4')]]),
    ).toEqual([
      ['A', '1', '2', ''],
      ['', '3', '', ''],
      ['B', '4'],
    ]);
  });

  it('has its texts on one line, however its HTML was wrapped', () => {
    // https://github.com/telerik/kendo-ui-core/issues/2094
    expect(placeCells([[cell('Clients actifs\n  en\u00a0zone rurale '), cell('\u00a0')]])).toEqual([
      ['Clients actifs en zone rurale', ''],
    ]);
  });

  it('is bounded, whatever its cells claim to cover', () => {
    const placed = placeCells([[cell('A', 65_534, 65_534), cell('B')], [cell('C')]]);
    expect(placed.map((row) => row.length)).toEqual([100, 100]);
  });
});

describe('a sheet of figures', () => {
  const stored = (() => {
    const section = amanews242('fr').sections.find(({ type }) => type === 'dashboard');
    const { periods, groups } = (section as { dashboard: { periods: unknown; groups: unknown } }).dashboard;
    return { periods, groups };
  })();

  /** What the contract makes of figures, so that a default that is written out equals one that is not. */
  const contract = (figures: unknown): unknown =>
    dashboardSchema.parse({ title: 'x', asOf: '2023-06-30', ...(figures as object) });

  it('stores N° 242’s as they were', () => {
    expect(contract(writeSheet(readSheet(stored)))).toEqual(contract(stored));
  });

  it('keeps the texts of every language', () => {
    const texts = {
      ...{ language: 'fr', titles: { ar: 'الوضعية' } },
      periods: [{ label: 'Juin', labels: { ar: 'يونيو' }, end: '2023-06-30' }],
      groups: [
        {
          ...{ code: '', title: 'Activité', titles: { ar: 'النشاط' } },
          indicators: [
            { label: 'Clients', labels: { ar: 'الزبناء', en: 'Clients' }, unit: 'count', values: [1] },
          ],
        },
      ],
    };
    expect(writeSheet(readSheet(texts))).toEqual(texts);
  });

  it('is empty, and no error, of whatever else is stored', () => {
    for (const nonsense of [null, 7, 'x', [], { periods: 3, groups: [null] }]) {
      expect(readSheet(nonsense).periods).toHaveLength(1);
    }
  });

  it('keeps every value under its own period when one is put in or taken out', () => {
    const sheet = readSheet(stored);
    const [first] = sheet.groups[0]?.rows ?? [];
    const without = withPeriods(sheet, sheet.periods.slice(1), [
      { type: 'DELETE', fromRowIndex: 0, toRowIndex: 1 },
    ]);
    expect(without.groups[0]?.rows[0]?.values).toEqual(first?.values.slice(1));
    const more = withPeriods(sheet, sheet.periods, [{ type: 'CREATE', fromRowIndex: 2, toRowIndex: 4 }]);
    expect(more.groups[0]?.rows[0]?.values).toEqual([
      ...(first?.values.slice(0, 2) ?? []),
      null,
      null,
      ...(first?.values.slice(2) ?? []),
    ]);
  });

  it('lets totals follow a row that is given another name', () => {
    const [group] = readSheet(stored).groups;
    if (!group) throw new Error('The sample has groups.');
    const renamed = group.rows.map((row) =>
      row.label === 'Effecitf Réseau' ? { ...row, label: 'Effectif Réseau' } : row,
    );
    const after = withRows(group, renamed, [{ type: 'UPDATE', fromRowIndex: 1, toRowIndex: 2 }]);
    expect(after.rows.find(({ sumOf }) => sumOf)?.sumOf).toBe('Effectif Siège + Effectif Réseau');
  });

  it('leaves empty rows out, and moves nothing beyond its ends', () => {
    const sheet = readSheet(stored);
    const [group] = sheet.groups;
    if (!group) throw new Error('The sample has groups.');
    const padded = {
      ...sheet,
      groups: [{ ...group, rows: [...group.rows, emptyRow(5)] }, ...sheet.groups.slice(1)],
    };
    expect(contract(writeSheet(padded))).toEqual(contract(stored));
    expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
    expect(moved([1, 2, 3], 2, -1)).toEqual([1, 3, 2]);
  });
});
