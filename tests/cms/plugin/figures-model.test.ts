import { dashboardSchema } from '@nachra/renderer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  numberStyle,
  readFigure,
  showFigure,
  writeFigure,
} from '../../../cms/plugin/admin/src/model/figure-text';
import {
  emptyRow,
  moved,
  readSheet,
  withPeriods,
  withRows,
  writeSheet,
} from '../../../cms/plugin/admin/src/model/sheet';
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
