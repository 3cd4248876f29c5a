import type { Migration } from './migration';

/** How many messages each mail server takes a session, as learnt from its answers. */
export const sessionLimits: Migration = {
  name: '0007-session-limits',
  statements: () => [
    `CREATE TABLE session_limit (
      server VARCHAR(300) PRIMARY KEY,
      messages BIGINT NOT NULL,
      changed_at BIGINT NOT NULL
    )`,
  ],
};
