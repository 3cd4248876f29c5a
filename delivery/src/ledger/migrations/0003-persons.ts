import type { Migration } from './migration';

/**
 * Persons by a keyed hash instead of their address (`personHash`): a suppression holds without an address, and what is kept on
 * record of messages that came back names nobody. Suppressions are made anew and not carried over, because SQL cannot hash
 * their addresses; the step comes before the first installation.
 */
export const persons: Migration = {
  name: '0003-persons',
  statements: (dialect) => [
    // Stored with the address: whether somebody is suppressed is asked of a hundred rows at a time, in SQL.
    `ALTER TABLE delivery ADD COLUMN person VARCHAR(26) NOT NULL DEFAULT ''`,
    'DROP INDEX delivery_pending_address',
    `CREATE INDEX delivery_pending_person ON delivery (person) WHERE state IN ('queued', 'claimed', 'deferred')`,
    'DROP INDEX suppression_in_force',
    'DROP TABLE suppression',
    // `address` stands here only while the suppression is in force, and only where it is known.
    `CREATE TABLE suppression (
      id ${dialect.identity},
      person VARCHAR(26) NOT NULL,
      address VARCHAR(254),
      scope VARCHAR(64) NOT NULL,
      reason VARCHAR(24) NOT NULL,
      source VARCHAR(64) NOT NULL,
      made_by TEXT,
      why TEXT,
      delivery_id BIGINT,
      created_at BIGINT NOT NULL,
      lifted_at BIGINT,
      lifted_by TEXT,
      lift_reason TEXT
    )`,
    // One suppression in force per person and scope; lifted ones stay on record.
    'CREATE UNIQUE INDEX suppression_in_force ON suppression (person, scope) WHERE lifted_at IS NULL',
    'CREATE INDEX suppression_by_person ON suppression (person)',
    'ALTER TABLE feedback DROP COLUMN address',
    `ALTER TABLE feedback ADD COLUMN person VARCHAR(26) NOT NULL DEFAULT ''`,
  ],
};
