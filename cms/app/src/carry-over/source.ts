import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CmsError } from '../settings/errors';
import type { Cell } from './values';

/** One SQLite file, held still: as long as it is open here, nobody else writes to it. */
export interface Source {
  tables(): string[];
  columnsOf(table: string): string[];
  /** The rows of a table, so many at a time at most, and fewer where they are large. */
  batches(table: string, columns: readonly string[], size: number): Generator<Cell[][]>;
  /** For questions of the ledger. */
  rows<Row>(sql: string): Promise<Row[]>;
  close(): void;
}

/** An edition with its pictures may be a megabyte. */
const bytesAtOnce = 4_000_000;

/** @throws {CmsError} code `CARRY_OVER_NO_SOURCE` or `CARRY_OVER_BUSY` */
export function openSource(file: string, variable: string): Source {
  if (!existsSync(file)) {
    throw new CmsError(
      'CARRY_OVER_NO_SOURCE',
      `There is nothing to carry over: ${file} does not exist. Set ${variable} or NACHRA_DATA_DIR to where the installation keeps its files.`,
    );
  }
  const database = new Database(file, { timeout: 5_000 });
  try {
    database.exec('BEGIN IMMEDIATE');
  } catch (cause) {
    database.close();
    throw new CmsError(
      'CARRY_OVER_BUSY',
      `The file ${file} is being written to or cannot be. Stop Nachra and its workers, and run this with the account that they run as.`,
      { cause },
    );
  }
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  return {
    tables: () =>
      database
        .prepare(
          `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
        )
        .pluck()
        .all() as string[],
    columnsOf: (table) =>
      database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[],
    *batches(table, columns, size) {
      const select = database.prepare(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`).raw();
      let rows: Cell[][] = [];
      let bytes = 0;
      for (const row of select.iterate() as IterableIterator<Cell[]>) {
        rows.push(row);
        bytes += row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 8), 0);
        if (rows.length < size && bytes < bytesAtOnce) continue;
        yield rows;
        [rows, bytes] = [[], 0];
      }
      if (rows.length > 0) yield rows;
    },
    rows: async <Row>(sql: string) => database.prepare(sql).all() as Row[],
    close() {
      database.exec('ROLLBACK');
      database.close();
    },
  };
}
