import { defineConfig } from 'vitest/config';

const second = 1_000;

export default defineConfig({
  test: {
    pool: 'threads',
    reporters: ['default', './tests/support/reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/{house,renderer,delivery,cms,judges}/**/*.test.ts'],
          // A Strapi application boots in two to five seconds on an idle machine.
          testTimeout: 20 * second,
          hookTimeout: 60 * second,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          include: ['tests/flows/**/*.test.ts'],
          // Each flow is a whole installation (CMS, worker, mailbox, browser): one after another, after the parts.
          maxWorkers: 1,
          isolate: true,
          testTimeout: 180 * second,
          hookTimeout: 300 * second,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'chaos',
          include: ['tests/chaos/**/*.test.ts'],
          // Kills and stops are timed against real sends, each of which wants a share of the machine.
          maxWorkers: 4,
          testTimeout: 60 * second,
          hookTimeout: 60 * second,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
