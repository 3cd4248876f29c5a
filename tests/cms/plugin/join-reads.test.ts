import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../support/repository';
import { until } from '../../support/until';

type Join = typeof import('../../../cms/plugin/server/src/common/join-reads');
const { joinReads } = createRequire(__filename)(
  path.join(repositoryRoot, 'cms/plugin/dist/cjs/server/src/common/join-reads.js'),
) as Join;

describe('reads that are joined', () => {
  it('cost a crowd one read, and give nobody what was read before she asked', async () => {
    const read = joinReads<number>();
    const ends: (() => void)[] = [];
    const slow = () => new Promise<number>((resolve) => ends.push(() => resolve(ends.length)));
    const ask = (people: number) => Array.from({ length: people }, () => read('page', slow));
    const begun = (reads: number) =>
      until(
        () => ends.length,
        (count) => count === reads,
        'the read',
      );
    const crowd = ask(100);
    await begun(1);
    const meanwhile = ask(100);
    ends[0]?.();
    expect(new Set(await Promise.all(crowd))).toEqual(new Set([1]));
    await begun(2);
    ends[1]?.();
    expect(new Set(await Promise.all(meanwhile))).toEqual(new Set([2]));
    const later = ask(1);
    await begun(3);
    ends[2]?.();
    expect(await Promise.all(later)).toEqual([3]);
  });

  it('fail for those who asked for the one that failed, and for nobody after', async () => {
    const read = joinReads<string>();
    const broken = () => Promise.reject(new Error('no database'));
    const first = read('page', broken);
    await expect(first).rejects.toThrow('no database');
    const second = read('page', () => Promise.resolve('there'));
    expect(await second).toBe('there');
    expect(await read('page', () => Promise.resolve('again'))).toBe('again');
  });

  it('are joined by what they ask for alone', async () => {
    const read = joinReads<string>();
    const [one, other] = [read('one', () => Promise.resolve('1')), read('other', () => Promise.resolve('2'))];
    expect([await one, await other]).toEqual(['1', '2']);
  });
});
