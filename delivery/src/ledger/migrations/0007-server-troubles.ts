import type { Migration } from './migration';

/** Mail servers that a worker leaves alone for now: one row for each worker and server, as long as the trouble lasts. */
export const serverTroubles: Migration = {
  name: '0007-server-troubles',
  statements: () => [
    `CREATE TABLE server_trouble (
      worker VARCHAR(150) NOT NULL,
      server VARCHAR(300) NOT NULL,
      trouble VARCHAR(30) NOT NULL,
      since BIGINT NOT NULL,
      seen_at BIGINT NOT NULL,
      PRIMARY KEY (worker, server)
    )`,
  ],
};
