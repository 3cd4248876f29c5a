import type { Migration } from './migration';

/** Which position the content database has stored, as far as the ledger was told: a content that knows less is older than it was. */
export const contentPosition: Migration = {
  name: '0009-content-position',
  statements: () => [
    // Null until it is told.
    'ALTER TABLE identity ADD COLUMN content_position BIGINT',
  ],
};
