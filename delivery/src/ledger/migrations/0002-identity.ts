import type { Migration } from './migration';

/**
 * What a ledger is known by, and what holds it back. `identity` has one row. On PostgreSQL the position is a sequence, so that
 * two workers never wait for each other's turn; `identity.position` is then what was read of it last.
 */
export const identity: Migration = {
  name: '0002-identity',
  statements: ({ name }) => [
    `CREATE TABLE identity (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      uid VARCHAR(32) NOT NULL,
      created_at BIGINT NOT NULL,
      position BIGINT NOT NULL,
      place VARCHAR(200) NOT NULL,
      link_secret VARCHAR(64),
      person_key VARCHAR(64),
      hold VARCHAR(24),
      held_at BIGINT,
      -- When a worker was last there, whether or not it had anything to send.
      beat_at BIGINT
    )`,
    ...(name === 'postgres'
      ? ['CREATE SEQUENCE ledger_position', `SELECT setval('ledger_position', 1)`]
      : []),
    // When the content database had stored a position after the freeze; null as long as it has not, and nothing may be claimed.
    'ALTER TABLE campaign ADD COLUMN witnessed_at BIGINT',
    // When a worker was last there for its work.
    'ALTER TABLE campaign ADD COLUMN heartbeat_at BIGINT',
    'ALTER TABLE campaign ADD COLUMN hold VARCHAR(24)',
  ],
};
