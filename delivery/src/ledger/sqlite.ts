import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import knex, { type Knex } from 'knex';
import { DeliveryError } from '../errors';
import type { Dialect } from './dialect';
import { driverWords } from './sql';

/** How long a write waits for another connection's write, in milliseconds. Freezing 100,000 recipients takes about one second. */
const busyTimeoutMs = 15_000;
/**
 * How long of it at a time within SQLite, which holds the whole process: a CMS answers nobody meanwhile, and where the other
 * connection belongs to the same process, its transaction cannot go on, and end, before we let go.
 */
const holdingMs = 10;
/** How long a write leaves the process to others before it tries again, in milliseconds. */
const betweenTriesMs = 15;

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  identity: 'INTEGER PRIMARY KEY',
  rowsFromJson: (columns) =>
    `SELECT ${columns.map(([name], index) => `json_extract(value, '$[${index}]') AS ${name}`).join(', ')} FROM json_each(?)`,
  skipLocked: '',
  shareLock: null,
  now: `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
  numberLock: null,
  writingAddresses: null,
  erasingAddresses: null,
  movePosition: 'UPDATE identity SET position = position + 1',
  settlePosition: null,
  liftPosition: 'UPDATE identity SET position = MAX(position, ?)',
  quickCheck: 'PRAGMA quick_check(1)',
  damageCodes: /^SQLITE_(?:CORRUPT|NOTADB)/,
  migrationLock: null,
  overwriteErased: 'PRAGMA wal_checkpoint(TRUNCATE)',
};

/**
 * Opens a SQLite file, and creates it and its folder if they do not exist.
 *
 * - `journal_mode = WAL`: the CMS reads counts while the worker writes.
 * - `synchronous = FULL`: each commit reaches the disk before we act on it. NORMAL would survive a crash of the
 *   process, but in WAL mode a power cut may lose the last commits: an intent written before its message left would
 *   be gone, and the message would be sent twice. Groups of intents and outcomes share one commit, so this costs a
 *   few fsyncs per hundred messages.
 * - `secure_delete = ON`: what is erased or overwritten is not to stay in the bytes of the file, or of a copy of it.
 *
 * @throws {DeliveryError} `LEDGER_UNWRITABLE`
 */
export async function openSqlite(filename: string): Promise<Knex> {
  try {
    await mkdir(dirname(filename), { recursive: true });
    // better-sqlite3 opens a read-only file without complaint and fails at the first write, in the middle of a send.
    accessSync(existsSync(filename) ? filename : dirname(filename), constants.W_OK);
    const database = knex({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
      // Otherwise an error quotes the values with the statement: a freeze that fails would log its readers' addresses.
      compileSqlOnError: false,
      pool: { min: 1, max: 1, afterCreate: configure },
    });
    await probe(database);
    return database;
  } catch (error) {
    throw unwritable(filename, error);
  }
}

/** Changes nothing, but fails where a real write would: on a read-only disk, on a folder, on a file that is not a database. */
async function probe(database: Knex): Promise<void> {
  try {
    await whileBusy(() => database.raw<unknown>('PRAGMA user_version = 1'));
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/**
 * Carries out a statement as soon as no other connection writes. A statement that was refused has changed nothing, and its
 * transaction is as it was before.
 *
 * @throws whatever the driver throws; `SQLITE_BUSY` once {@link busyTimeoutMs} are over
 */
export async function whileBusy<T>(statement: () => Promise<T>): Promise<T> {
  const end = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      return await statement();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
    }
    await delay(betweenTriesMs);
  }
}

/** Not `SQLITE_BUSY_SNAPSHOT`: what a transaction has read is old by then, and waiting makes it no younger. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
}

interface Configurable {
  pragma(source: string): unknown;
}

function configure(
  connection: Configurable,
  done: (error: Error | null, connection: Configurable) => void,
): void {
  try {
    connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('secure_delete = ON');
    connection.pragma('foreign_keys = ON');
    connection.pragma(`busy_timeout = ${holdingMs}`);
    done(null, connection);
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)), connection);
  }
}

function unwritable(filename: string, cause: unknown): DeliveryError {
  const reason = driverWords(cause);
  return new DeliveryError(
    'LEDGER_UNWRITABLE',
    { place: filename, driverSaid: reason },
    `The ledger cannot be written at ${filename} (${reason}). Give this process the right to write there, or set LEDGER_FILE to a file it may write.`,
    { cause },
  );
}
