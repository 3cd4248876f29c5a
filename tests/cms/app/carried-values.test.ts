import { describe, expect, it } from 'vitest';
import { loadCms } from '../../support/cms';

type Values = typeof import('../../../cms/app/src/carry-over/values');
const { canonical, sumOfRows, toPostgres } = loadCms<Values>('carry-over/values');

const column = (type: string, scale: number | null = null) => ({ name: 'cell', type, scale });

describe('a value on its way from SQLite to PostgreSQL', () => {
  it.each([
    ['boolean', 0, false],
    ['boolean', 1, true],
    ['timestamp without time zone', 1_795_000_000_000, new Date(1_795_000_000_000)],
    ['timestamp without time zone', '2023-08-01T10:00:00.000Z', new Date('2023-08-01T10:00:00.000Z')],
    ['text', 'a\0b é 😀', 'a\ufffdb é 😀'],
    ['jsonb', '{"a":"\\u0000 \\ud800"}', '{"a":"\ufffd \ufffd"}'],
    ['jsonb', '{"a":"\\\\u0000"}', '{"a":"\\\\u0000"}'],
    ['bigint', 1_795_000_000_000, 1_795_000_000_000],
    ['boolean', null, null],
  ])('of a %s: %j', (type, value, wanted) => {
    expect(toPostgres(value, column(type))).toEqual(wanted);
  });

  it('is refused where the column cannot mean it, without being shown', () => {
    expect(() => toPostgres('salma@readers.test', column('boolean'))).toThrow(
      /^(?!.*salma).*neither 0 nor 1/,
    );
    expect(() => toPostgres('salma', column('timestamp with time zone'))).toThrow(/^(?!.*salma).*no instant/);
  });

  it.each([
    ['boolean', true, 't'],
    ['jsonb', '{"b":[1,{"d":2,"c":3}],"a":1}', '{"a": 1, "b": [1, {"c": 3, "d": 2}]}'],
    ['numeric', 1.5, '1.50'],
    ['bigint', 7, '7'],
    ['time without time zone', '10:00:00.000', '10:00:00'],
    ['time without time zone', '10:00:00.5', '10:00:00.500'],
    ['bytea', Buffer.from('é'), '\\xc3a9'],
  ])('is known again, as a %s', (type, there, back) => {
    const scale = type === 'numeric' ? 2 : null;
    expect(canonical(there, column(type, scale))).toEqual(canonical(back, column(type, scale)));
  });

  it('adds up to the same in any order, and to something else when one cell differs or a row comes twice', () => {
    const digest = (rows: unknown[][]) => {
      const sum = sumOfRows();
      for (const row of rows) sum.add(row);
      return sum.digest();
    };
    const rows = [
      [1, 'a'],
      [2, 'b'],
    ];
    expect(digest([...rows].reverse())).toBe(digest(rows));
    expect(digest([...rows, [2, 'b']])).not.toBe(digest(rows));
    expect(digest([rows[0] ?? [], [2, 'c']])).not.toBe(digest(rows));
  });
});
