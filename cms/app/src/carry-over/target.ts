import type { ledgerTables } from '@nachra/delivery';
import { Client, types } from 'pg';
import type { Cell, Column } from './values';

/** A schema of the target: where a SQLite file's tables go. */
export type Schema = 'public' | typeof ledgerTables.schema;

/** The PostgreSQL database, in one transaction from `begin` to `commit`. */
export interface Target {
  tables(schema: Schema): Promise<string[]>;
  columnsOf(schema: Schema, table: string): Promise<Column[]>;
  isEmpty(schema: Schema, table: string): Promise<boolean>;
  begin(): Promise<void>;
  /** Takes every row out of these tables, and their foreign keys away until {@link restoreKeys}. */
  clear(schema: Schema, tables: readonly string[]): Promise<void>;
  insert(schema: Schema, table: string, columns: readonly Column[], rows: readonly Cell[][]): Promise<void>;
  /** Lets the numbering of each table go on behind its last row, and puts the foreign keys back, checking each. */
  restoreKeys(schema: Schema, tables: readonly string[]): Promise<void>;
  batches(schema: Schema, table: string, columns: readonly Column[], size: number): AsyncGenerator<Cell[][]>;
  commit(): Promise<void>;
  /** Undoes what was not committed. */
  close(): Promise<void>;
}

const instants: readonly number[] = [types.builtins.TIMESTAMP, types.builtins.TIMESTAMPTZ];

/** Instants as the driver reads them, like Strapi's; the rest as the server writes it. */
function parserOf(type: number): (text: string) => unknown {
  return instants.includes(type) ? (types.getTypeParser(type) as (text: string) => unknown) : String;
}

export async function openTarget(url: string): Promise<Target> {
  const client = new Client({
    connectionString: url,
    application_name: 'nachra-carry-over',
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
  });
  // A broken connection is reported by the query in progress.
  client.on('error', () => undefined);
  await client.connect();
  const rows = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await client.query(sql, values)).rows as Row[];
  const keys: { table: string; name: string; definition: string }[] = [];
  const place = (schema: Schema, table: string): string => `${quoted(schema)}.${quoted(table)}`;

  return {
    async tables(schema) {
      const found = await rows<{ table_name: string }>(
        `SELECT table_name FROM information_schema.tables WHERE table_schema = $1 AND table_type = 'BASE TABLE' ORDER BY table_name`,
        [schema],
      );
      return found.map(({ table_name: name }) => name);
    },
    async columnsOf(schema, table) {
      const found = await rows<{ column_name: string; data_type: string; numeric_scale: string | null }>(
        'SELECT column_name, data_type, numeric_scale FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position',
        [schema, table],
      );
      return found.map(({ column_name: name, data_type: type, numeric_scale: scale }) => ({
        name,
        type,
        scale: scale === null ? null : Number(scale),
      }));
    },
    isEmpty: async (schema, table) =>
      (await rows(`SELECT 1 FROM ${place(schema, table)} LIMIT 1`)).length === 0,
    begin: async () => void (await client.query('BEGIN')),
    async clear(schema, tables) {
      const found = await rows<{ relname: string; conname: string; definition: string }>(
        `SELECT t.relname, c.conname, pg_get_constraintdef(c.oid) AS definition FROM pg_constraint c
         JOIN pg_class t ON t.oid = c.conrelid WHERE c.contype = 'f' AND c.connamespace = $1::regnamespace`,
        [schema],
      );
      for (const { relname, conname, definition } of found) {
        const table = place(schema, relname);
        await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(conname)}`);
        keys.push({ table, name: conname, definition });
      }
      await client.query(`TRUNCATE ${tables.map((table) => place(schema, table)).join(', ')}`);
    },
    async insert(schema, table, columns, values) {
      const names = columns.map(({ name }) => quoted(name)).join(', ');
      const tuples = values.map(
        (_, row) => `(${columns.map((_column, cell) => `$${row * columns.length + cell + 1}`).join(', ')})`,
      );
      await client.query(
        `INSERT INTO ${place(schema, table)} (${names}) VALUES ${tuples.join(', ')}`,
        values.flat(),
      );
    },
    async restoreKeys(schema, tables) {
      for (const table of tables) {
        const numbered = await rows<{ name: string; sequence: string }>(
          `SELECT column_name AS name, pg_get_serial_sequence($1, column_name) AS sequence FROM information_schema.columns
           WHERE table_schema = $2 AND table_name = $3 AND pg_get_serial_sequence($1, column_name) IS NOT NULL`,
          [place(schema, table), schema, table],
        );
        for (const { name, sequence } of numbered) {
          const last = `(SELECT MAX(${quoted(name)}) FROM ${place(schema, table)})`;
          await client.query(`SELECT setval($1, COALESCE(${last}, 1), ${last} IS NOT NULL)`, [sequence]);
        }
      }
      for (const { table, name, definition } of keys.splice(0))
        await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
    },
    async *batches(schema, table, columns, size) {
      const names = columns.map(({ name }) => quoted(name)).join(', ');
      await client.query(`DECLARE carried NO SCROLL CURSOR FOR SELECT ${names} FROM ${place(schema, table)}`);
      for (;;) {
        const { rows: found } = await client.query<Cell[]>({
          text: `FETCH ${size} FROM carried`,
          rowMode: 'array',
        });
        if (found.length === 0) break;
        yield found;
      }
      await client.query('CLOSE carried');
    },
    commit: async () => void (await client.query('COMMIT')),
    close: () => client.end(),
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
