import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBench, type LedgerBench, type LedgerKind } from '../support/campaign';
import { describeWith, postgres, type Need } from '../support/requires';
import { within } from '../support/slowness.mts';
import { randomFrom, seedOfRun, type Random } from './random';

/** A second of a quiet machine, in milliseconds of this one. */
export const second = within(1_000);

/** A course of events on a ledger; it answers with every rule that was broken, in words. */
export type Course = (bench: LedgerBench, random: Random) => Promise<string[]>;

/** Kills on each database: the thirty of `npm test`, or `NACHRA_CHAOS_KILLS`, shared between those there are. */
export const kills = Math.ceil(Number(process.env.NACHRA_CHAOS_KILLS ?? 30) / (postgres.present() ? 2 : 1));

/**
 * Courses on one database, each with chance of its own, so that one can be replayed alone. The seed gives the same choices
 * again (whom, when, how often); what the machine makes of a moment is its own.
 */
export function breaking(
  title: string,
  kind: LedgerKind,
  courses: readonly [name: string, course: Course, timeout?: number][],
  needs: readonly Need[] = [],
): void {
  const seed = seedOfRun();
  const replay = `replay with NACHRA_CHAOS_SEED=${seed}`;
  console.log(`${title}, on ${kind}: ${replay}`);
  const all = kind === 'postgres' ? [postgres, ...needs] : needs;
  describeWith(all)(`${title}, on ${kind}: nobody is lost, nobody gets two`, () => {
    let bench: LedgerBench;
    beforeAll(async () => {
      bench = await openBench(kind, { ownServer: true });
    });
    afterAll(() => bench.close());
    for (const [name, course, timeout = 180 * second] of courses) {
      it(
        name,
        async () => {
          expect(await course(bench, randomFrom(`${seed}/${name}`)), replay).toEqual([]);
        },
        timeout,
      );
    }
  });
}
