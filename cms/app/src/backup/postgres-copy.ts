import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CmsError } from '../settings/errors';
import { openSession, quoted, type PostgresSession } from './postgres-session';
import { readOthers, readShape, type Shape, type TableShape } from './postgres-shape';
import type { RowCounts } from './sqlite-copy';

/** The entry of the archive that says what to make before the rows are put in. */
export const shapeEntry = 'postgres/shape.json';

/** A copy of a PostgreSQL database as files. */
interface PostgresCopy {
  /** Entries of the archive; each is a file of that name in the folder. */
  entries: string[];
  rows: RowCounts;
  /** The steps that the ledger has taken. */
  ledgerSteps: string[];
  leftOut: string[];
}

/**
 * Copies both schemas as they were at one instant, while others write: one transaction sees one state. Content and ledger are of
 * the same instant. Each value is the server's own text, so no type needs to be known here.
 *
 * @param ledger where the ledger's steps stand
 */
export async function copyPostgres(
  url: string,
  folder: string,
  ledger: { schema: string; steps: string },
): Promise<PostgresCopy> {
  const session = await openSession(url, 'nachra-backup');
  try {
    await session.rows('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { tables } = await readShape(session);
    if (!tables.some(({ schema, name }) => schema === ledger.schema && name === ledger.steps))
      throw new CmsError(
        'BACKUP_NO_SOURCE',
        'There is nothing to back up: the PostgreSQL database of DATABASE_URL has no ledger. Name the database of the installation.',
      );
    const rows: RowCounts = {};
    for (const table of tables)
      rows[`${table.schema}.${table.name}`] = await copyTable(session, table, folder);
    const steps = await session.rows<{ name: string }>(
      `SELECT name FROM ${quoted(ledger.schema, ledger.steps)} ORDER BY name`,
    );
    const leftOut = await readOthers(session);
    // Once more, for the sequences: they are not part of the transaction, and must not be behind its rows.
    const shape: Shape = await readShape(session);
    await mkdir(path.join(folder, path.dirname(shapeEntry)), { recursive: true });
    await writeFile(path.join(folder, shapeEntry), JSON.stringify(shape), { mode: 0o600 });
    return {
      entries: [shapeEntry, ...tables.map(({ entry }) => entry)],
      ledgerSteps: steps.map(({ name }) => name),
      rows,
      leftOut,
    };
  } finally {
    await session.close();
  }
}

/** Columns that are written; a generated one makes itself. Pure. */
export function storedColumns({ columns }: TableShape): string[] {
  return columns.flatMap(({ name, generated }) => (generated ? [] : [name]));
}

/** An edition with its pictures may be a megabyte. */
const bytesAtOnce = 4_000_000;
const rowsAtOnce = 1_000;

async function copyTable(session: PostgresSession, table: TableShape, folder: string): Promise<number> {
  const file = path.join(folder, table.entry);
  await mkdir(path.dirname(file), { recursive: true });
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    const columns = storedColumns(table).map((name) => quoted(name));
    await session.rows(
      `DECLARE copied NO SCROLL CURSOR FOR SELECT ${columns.join(', ')} FROM ${quoted(table.schema, table.name)}`,
    );
    for (let size = 10; ;) {
      const found = await session.cells(`FETCH ${size} FROM copied`);
      if (found.length === 0) break;
      const text = found.map((row) => `${JSON.stringify(row)}\n`).join('');
      rows += found.length;
      size = Math.max(1, Math.min(rowsAtOnce, Math.floor((bytesAtOnce * found.length) / text.length)));
      yield text;
    }
    await session.rows('CLOSE copied');
  }
  await pipeline(lines, createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  return rows;
}
