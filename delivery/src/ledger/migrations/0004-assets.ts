import type { Migration } from './migration';

/** The bytes of editions' pictures, once each: three languages of ten campaigns carry the same logo. */
export const assets: Migration = {
  name: '0004-assets',
  statements: () => [
    // base64, as an edition has it: in the ledger's SQL a value is a text or a number.
    `CREATE TABLE asset (
      sha256 VARCHAR(64) PRIMARY KEY,
      base64 TEXT NOT NULL
    )`,
  ],
};
