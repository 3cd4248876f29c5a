import type { Migration } from './migration';

/** What came back, one row a message or a provider's event; and as JSON why an address is suppressed. */
export const feedback: Migration = {
  name: '0002-feedback',
  statements: (dialect) => [
    // `uid` is the message's identity: what comes in twice is one row.
    `CREATE TABLE feedback (
      id ${dialect.identity},
      uid VARCHAR(120) NOT NULL UNIQUE,
      at BIGINT NOT NULL,
      source VARCHAR(24) NOT NULL,
      kind VARCHAR(16) NOT NULL,
      severity VARCHAR(16),
      status VARCHAR(16),
      is_delay INTEGER NOT NULL,
      address VARCHAR(254) NOT NULL,
      delivery_id BIGINT,
      reason TEXT NOT NULL
    )`,
    'CREATE INDEX feedback_by_delivery ON feedback (delivery_id)',
    'ALTER TABLE suppression ADD COLUMN why TEXT',
  ],
};
