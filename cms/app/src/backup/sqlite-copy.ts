import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { CmsError } from '../settings/errors';

/** Rows by table. */
export type RowCounts = Record<string, number>;

/** The bytes that every SQLite file begins with. */
const signature = 'SQLite format 3\0';

/** What SQLite keeps beside a database that is open; a copy made by SQLite needs none of it. */
export const sqliteCompanions = ['-wal', '-shm', '-journal'] as const;

/**
 * Copies a database while others write to it, by `VACUUM INTO`: one state of it, written anew row by row. SQLite's own backup would copy
 * the pages as they are, and with them the bytes of rows that were deleted or moved: an address that was erased would be in each
 * backup made afterwards.
 *
 * @throws {CmsError} code `BACKUP_NO_SOURCE` or `BACKUP_SOURCE_DAMAGED`
 */
export async function copySqlite(file: string, copy: string): Promise<RowCounts> {
  if (!existsSync(file))
    throw new CmsError(
      'BACKUP_NO_SOURCE',
      `There is nothing to back up: ${file} does not exist. Set NACHRA_DATA_DIR, DATABASE_FILE and LEDGER_FILE to where the installation keeps its files.`,
    );
  const source = new Database(file, { fileMustExist: true, timeout: 15_000 });
  try {
    // Made here, so that it is nobody else's to read: SQLite fills a file that is empty.
    await (await open(copy, 'wx', 0o600)).close();
    source.prepare('VACUUM INTO ?').run(copy);
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code))
      throw sourceDamaged(file, error.message);
    throw error;
  } finally {
    source.close();
  }
  return checkedRows(copy, file);
}

/**
 * Checks a copy with `quick_check` and counts its rows.
 *
 * @param known what the file is called to people
 * @throws {CmsError} code `BACKUP_SOURCE_DAMAGED`
 */
export function checkedRows(copy: string, known: string): RowCounts {
  const database = new Database(copy, { fileMustExist: true });
  try {
    const faults = database.prepare('PRAGMA quick_check(1)').pluck().all();
    if (faults.length !== 1 || faults[0] !== 'ok') throw sourceDamaged(known, String(faults[0]));
    const tables = database
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      tables.map((table) => [
        table,
        database
          .prepare(`SELECT COUNT(*) FROM "${table.replaceAll('"', '""')}"`)
          .pluck()
          .get() as number,
      ]),
    );
  } finally {
    database.close();
  }
}

function sourceDamaged(known: string, how: string): CmsError {
  return new CmsError(
    'BACKUP_SOURCE_DAMAGED',
    `The database ${known} is damaged (${how}). Nothing was written. Keep the file, and go back to an earlier backup.`,
  );
}

/** The first column of a table's rows. */
export function namesIn(copy: string, table: string): string[] {
  const database = new Database(copy, { fileMustExist: true, readonly: true });
  try {
    return database.prepare(`SELECT name FROM "${table}" ORDER BY name`).pluck().all() as string[];
  } finally {
    database.close();
  }
}

/** Whether a file is a SQLite database, by its first bytes. False for one that is gone. */
export async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(signature.length), 0, signature.length, 0);
    return bytesRead === signature.length && buffer.toString('latin1') === signature;
  } finally {
    await handle.close();
  }
}
