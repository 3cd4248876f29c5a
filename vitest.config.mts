import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { slowness } from './tests/support/slowness.mts';

// Every time here and in the tests is an upper bound, stretched on a machine that is slow: nothing waits for it to pass.
const second = 1_000 * slowness;
const parts = 'tests/{house,renderer,delivery,judges,cms/bare}/**/*.test.ts';
const cms = 'tests/cms/{app,attack,plugin}/**/*.test.ts';
/**
 * `npm test` leaves them to `npm run test:long`, with `chaos`: a newcomer should wait ten minutes at most. There each capability is
 * tried; here what it meets: two people, other processes, disasters, every pair of settings.
 */
const longParts = 'tests/**/*.long.test.ts';
const longCms = 'tests/cms/{app,attack,plugin}/**/*.long.test.ts';
/** Vitest’s own leaves one core idle. One more than cores, since most of these wait for another process half of the time. */
const maxWorkers = availableParallelism() + 1;
// For the workers, so that the machine is measured once.
process.env.NACHRA_SLOWNESS = String(slowness);
// What a machine remembers of the ledgers of tests is not kept with the account that runs them.
process.env.XDG_STATE_HOME = path.join(tmpdir(), 'nachra-tests');

export default defineConfig({
  test: {
    pool: 'threads',
    // Vitest's own is one second, which a browser or a CMS under load does not keep.
    expect: { poll: { timeout: 60 * second, interval: 50 } },
    reporters: ['default', './tests/support/reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: [parts],
          exclude: [longParts],
          maxWorkers,
          // Twice the longest single wait (`patienceMs`), so that the wait is what fails, and says what it waited for.
          testTimeout: 120 * second,
          hookTimeout: 120 * second,
          // The renderer, knex and the browser's driver are loaded once in each worker, not for each of 120 files: a third of their time.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'cms',
          include: [cms],
          exclude: [longParts],
          maxWorkers,
          // Strapi is loaded once in each worker, which takes 4 s, and not for each file; whoever boots a CMS closes it.
          isolate: false,
          testTimeout: 120 * second,
          hookTimeout: 120 * second,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          include: ['tests/flows/**/*.test.ts'],
          exclude: [longParts],
          // Each flow is a whole installation (CMS, worker, mailbox, browser), which keeps a core busy: after the parts.
          maxWorkers,
          // As `cms`.
          isolate: false,
          testTimeout: 300 * second,
          hookTimeout: 300 * second,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: [longParts],
          exclude: [longCms],
          maxWorkers,
          testTimeout: 300 * second,
          hookTimeout: 300 * second,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'long-cms',
          include: [longCms],
          maxWorkers,
          // As `cms`.
          isolate: false,
          testTimeout: 300 * second,
          hookTimeout: 120 * second,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: 'chaos',
          include: ['tests/chaos/**/*.test.ts'],
          // Kills and stops are timed against real sends, each of which wants a share of the machine.
          maxWorkers: 4,
          testTimeout: 180 * second,
          hookTimeout: 120 * second,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
