import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { RunningCms } from '../../support/cms';

/** Tables that are left as they are: accounts and sessions, and what content and ledger know of each other. */
const leftAlone = /^(admin_|strapi_|i18n_|newsletter_(journal|ledger))/;

/**
 * Remembers the content and the uploads of a CMS on SQLite as they are now. A boot takes seconds, and putting back what was
 * kept some milliseconds, so a test may try hundreds of changes on the same content.
 *
 * @returns puts everything back, row for row and byte for byte
 */
export async function keepContent({ strapi, dataDir }: RunningCms): Promise<() => Promise<void>> {
  const { connection: database } = strapi.db;
  const file = path.join(dataDir, 'kept.db');
  const uploads = path.join(strapi.dirs.static.public, 'uploads');
  const keptUploads = path.join(dataDir, 'kept-uploads');
  await database.raw('VACUUM INTO ?', [file]);
  await database.raw('ATTACH DATABASE ? AS kept', [file]);
  await cp(uploads, keptUploads, { recursive: true, preserveTimestamps: true });
  const found = await database.raw<{ name: string }[]>(
    "SELECT name FROM kept.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const tables = found.flatMap(({ name }) => (leftAlone.test(name) ? [] : name));
  return async () => {
    await database.transaction(async (transaction) => {
      await transaction.raw('PRAGMA defer_foreign_keys = ON');
      // All are emptied first: deleting a row deletes those that belong to it in other tables.
      for (const table of tables) await transaction.raw('DELETE FROM main.??', [table]);
      for (const table of tables)
        await transaction.raw('INSERT INTO main.?? SELECT * FROM kept.??', [table, table]);
    });
    await rm(uploads, { recursive: true });
    await cp(keptUploads, uploads, { recursive: true, preserveTimestamps: true });
  };
}
