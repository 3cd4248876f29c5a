import type { Migration } from './migration';

/** What a worker that no CMS has started waits for, and how the newest delivery to a person is found. */
export const attestations: Migration = {
  name: '0006-attestations',
  statements: () => [
    // Workers that have asked the CMS to compare the ledger with the content since they started. A worker deletes its own row.
    `CREATE TABLE attestation (
      worker VARCHAR(32) PRIMARY KEY,
      asked_at BIGINT NOT NULL,
      attested_at BIGINT
    )`,
    // 1 as soon as a content database has stored a position of this ledger.
    'ALTER TABLE identity ADD COLUMN has_content INTEGER NOT NULL DEFAULT 0',
    // A freeze writes none of these rows: the other half has an index of its own (`delivery_pending_person`).
    `CREATE INDEX delivery_begun_person ON delivery (person, id) WHERE state NOT IN ('queued', 'claimed', 'deferred')`,
  ],
};
