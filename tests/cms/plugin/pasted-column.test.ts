import { describe, expect, it } from 'vitest';
import { placeTable } from '../../../cms/plugin/admin/src/figures/paste/place-table';
import { emptyRow, type Sheet } from '../../../cms/plugin/admin/src/model/sheet';
import { newest, numbers, paste, prepared } from './pasting';

/** A figure for each row, by groups: 1, 2, 3… */
const figures = (sheet: Sheet): string[][] => {
  let last = 0;
  return sheet.groups.map(({ rows }) => rows.map(() => String((last += 1))));
};
const asNumbers = (groups: string[][]) => groups.map((texts) => texts.map(Number));
const column = (texts: readonly string[]) => texts.map((text) => [text]);

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
    const row = (sheet: Sheet | undefined) => sheet?.groups[8]?.rows[2]?.values;
    expect(row(placed?.sheet)).toEqual(row(prepared())?.map((value, at) => (at === 4 ? 36 : value)));
  });
});
