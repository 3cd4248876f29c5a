import type { Migration } from './migration';

/** How many sessions the content had ended, as far as the ledger was told: a content that knows of fewer is older than it was. */
export const sessionsEnded: Migration = {
  name: '0013-sessions-ended',
  statements: () => ['ALTER TABLE identity ADD COLUMN sessions_ended BIGINT NOT NULL DEFAULT 0'],
};
