import { describe, expect, it } from 'vitest';
import {
  areaOf,
  cleared,
  copied,
  filledAcross,
  filledDown,
  moveBy,
  pasteInto,
  selectionAt,
  type ColumnTexts,
} from '../../../cms/plugin/admin/src/model/grid';
import { judgeTable, readTabs, writeTabs } from '../../../cms/plugin/admin/src/model/pasted-table';

type Row = string[];
const column = (at: number, isReadOnly = false): ColumnTexts<Row> => ({
  isReadOnly,
  copy: (row) => row[at] ?? '',
  write: (row, text) => row.map((one, place) => (place === at ? text : one)),
  clear: (row) => row.map((one, place) => (place === at ? '' : one)),
});
const columns = [column(0), column(1), column(2)];
const rows = (): Row[] => [
  ['a', 'b', 'c'],
  ['d', 'e', 'f'],
];

describe('the keyboard in a sheet', () => {
  const size = { rows: 30, columns: 4 };
  const press = (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}, isRtl = false) =>
    moveBy({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held }, selectionAt(5, 1), size, isRtl)
      ?.focus;

  it.each([
    ['ArrowUp', {}, { row: 4, column: 1 }],
    ['ArrowDown', {}, { row: 6, column: 1 }],
    ['ArrowLeft', {}, { row: 5, column: 0 }],
    ['ArrowRight', { ctrlKey: true }, { row: 5, column: 3 }],
    ['PageDown', {}, { row: 15, column: 1 }],
    ['PageUp', {}, { row: 0, column: 1 }],
    ['Home', {}, { row: 5, column: 0 }],
    ['End', {}, { row: 5, column: 3 }],
    ['End', { ctrlKey: true }, { row: 29, column: 3 }],
    ['Home', { ctrlKey: true }, { row: 0, column: 0 }],
  ])('goes where %s leads', (key, held, cell) => {
    expect(press(key, held)).toEqual(cell);
  });

  it('goes the other way where the sheet is read from the right', () => {
    expect(press('ArrowLeft', {}, true)).toEqual({ row: 5, column: 2 });
  });

  it('selects with Shift, and leaves other keys alone', () => {
    const held = { key: 'ArrowDown', shiftKey: true, ctrlKey: false, metaKey: false };
    const grown = moveBy(held, selectionAt(5, 1), size, false);
    expect(grown && areaOf(grown)).toEqual({ top: 5, bottom: 6, left: 1, right: 1 });
    expect(press('Tab')).toBeUndefined();
    expect(press('toString')).toBeUndefined();
  });
});

describe('what is pasted', () => {
  const one = { top: 0, bottom: 0, left: 1, right: 1 };

  it('goes to its cells, makes rows that lack, and counts what finds no room', () => {
    const table = [
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ];
    const pasted = pasteInto(rows(), columns, one, table, () => ['', '', '']);
    expect(pasted.rows).toEqual([
      ['a', '1', '2'],
      ['d', '4', '5'],
      ['', '7', '8'],
    ]);
    expect([pasted.droppedRows, pasted.droppedColumns, pasted.replaced]).toEqual([0, 1, 4]);
    expect(pasteInto(rows(), columns, one, table, null)).toMatchObject({ droppedRows: 1 });
  });

  it('fills what is selected when it is one text, or one row', () => {
    const area = { top: 0, bottom: 1, left: 0, right: 1 };
    expect(pasteInto(rows(), columns, area, [['x']], null).rows).toEqual([
      ['x', 'x', 'c'],
      ['x', 'x', 'f'],
    ]);
    expect(pasteInto(rows(), columns, area, [['x', 'y']], null).rows).toEqual([
      ['x', 'y', 'c'],
      ['x', 'y', 'f'],
    ]);
    expect(filledDown(rows(), columns, area)[1]).toEqual(['a', 'b', 'f']);
    expect(filledAcross(rows(), columns, area)[1]).toEqual(['d', 'd', 'f']);
  });

  it('leaves alone what is only shown, and so does emptying', () => {
    const guarded = [column(0, true), column(1), column(2)];
    const area = { top: 0, bottom: 1, left: 0, right: 1 };
    expect(pasteInto(rows(), guarded, area, [['x', 'y']], null).rows[0]).toEqual(['a', 'y', 'c']);
    expect(cleared(rows(), guarded, area)[1]).toEqual(['d', '', 'f']);
  });

  it('comes back as it was from the text of a spreadsheet', () => {
    const table = [
      ['', '2021', '2022'],
      ['Prêts "PI"', '1,5', ''],
      ['', 'deux lignes', 'x'],
    ];
    expect(readTabs(writeTabs(table))).toEqual(table);
    expect(readTabs('a\t"deux\nlignes"\tc\r\nd\t\tf\r\n')).toEqual([
      ['a', 'deux lignes', 'c'],
      ['d', '', 'f'],
    ]);
    expect(copied(rows(), columns, { top: 0, bottom: 1, left: 1, right: 2 })).toEqual([
      ['b', 'c'],
      ['e', 'f'],
    ]);
  });

  it('loses its row of headings, and is refused where they are not those of the columns', () => {
    const headings = ['', '2021', '2022', '30/06/2023'];
    const figures = ['Clients', '1', '2', '3'];
    expect(judgeTable([['', '2021', '2022', '30/06/2023'], figures], headings)).toEqual({
      table: [figures],
      hadHeadings: true,
    });
    expect(judgeTable([['', '2022', '2021', '30/06/2023'], figures], headings)).toMatchObject({
      refused: 'other-order',
    });
    expect(
      judgeTable(
        [
          ['', 'Clients'],
          ['2021', '1'],
          ['2022', '2'],
        ],
        headings,
      ),
    ).toMatchObject({
      refused: 'transposed',
      named: '2021 · 2022',
    });
    // A figure may look like a year.
    expect(judgeTable([['Agents', '2022', '7']], headings)).toMatchObject({ hadHeadings: false });
  });
});
