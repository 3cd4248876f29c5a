import type { Migration } from './migration';

/** What was sent in the running window of each limit, and how fast each recipient domain takes our mail. */
export const limits: Migration = {
  name: '0006-limits',
  statements: () => [
    `CREATE TABLE rate (
      name VARCHAR(300) PRIMARY KEY,
      points BIGINT NOT NULL,
      expire BIGINT NOT NULL
    )`,
    `CREATE TABLE pace (
      domain VARCHAR(254) PRIMARY KEY,
      per_minute BIGINT NOT NULL,
      changed_at BIGINT NOT NULL,
      lowered_at BIGINT NOT NULL
    )`,
  ],
};
