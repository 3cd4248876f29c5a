import { existsSync } from 'node:fs';
import { CmsError } from '../settings/errors';
import type { Manifest } from './manifest';
import { isSqlite, sqliteCompanions } from './sqlite-copy';

/**
 * Refuses an archive that holds what SQLite keeps beside a database. SQLite would play it back into the database at the next opening,
 * after everything was compared. A backup never holds any: it copies each database whole.
 *
 * @param placeOf where an entry lies by now
 * @throws {CmsError} code `RESTORE_COMPANION`
 */
export async function assertNoCompanions(
  { entries }: Manifest,
  placeOf: (name: string) => string,
): Promise<void> {
  // A file system may take names that differ in their capitals for one.
  const byName = new Map(entries.map(({ name }) => [name.toLowerCase(), name]));
  for (const { name } of entries)
    for (const suffix of sqliteCompanions) {
      if (!name.toLowerCase().endsWith(suffix)) continue;
      const base = byName.get(name.slice(0, -suffix.length).toLowerCase());
      if (base !== undefined && (await isSqlite(placeOf(base)))) throw refused(name);
    }
}

/**
 * Refuses an archive that has put a file where a database is about to lie, or what SQLite keeps beside it. Asked of the file system,
 * which knows of links and capitals, just before the databases are moved in: until then nothing was there.
 *
 * @throws {CmsError} code `RESTORE_COMPANION`
 */
export function assertFree(databases: readonly string[]): void {
  for (const file of databases)
    for (const suffix of ['', ...sqliteCompanions])
      if (existsSync(`${file}${suffix}`)) throw refused(`${file}${suffix}`);
}

function refused(what: string): CmsError {
  return new CmsError(
    'RESTORE_COMPANION',
    `This archive holds a file where a database lies, or what SQLite keeps beside one: ${what}. It would change the database after it was checked. Nothing was restored. If the archive is yours, let DATABASE_FILE and LEDGER_FILE name a folder outside the data folder; else find out who made it.`,
  );
}
