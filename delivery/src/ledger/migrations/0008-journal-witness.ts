import type { Migration } from './migration';

/** What the ledger remembers of the journal, which lies in the content database. */
export const journalWitness: Migration = {
  name: '0008-journal-witness',
  statements: () => [
    // A keyed digest of each entry, by the entry's number.
    `CREATE TABLE journal_witness (
      entry BIGINT PRIMARY KEY,
      mac VARCHAR(26) NOT NULL
    )`,
    // How many those are, up to which number, and a keyed chain over them; no row until the first entry is witnessed.
    `CREATE TABLE journal_head (
      one INTEGER PRIMARY KEY,
      begun VARCHAR(32) NOT NULL,
      entries BIGINT NOT NULL,
      last BIGINT NOT NULL,
      chain VARCHAR(32) NOT NULL
    )`,
  ],
};
