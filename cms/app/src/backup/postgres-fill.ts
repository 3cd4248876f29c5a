import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CmsError, messageOf } from '../settings/errors';
import { shapeEntry, storedColumns } from './postgres-copy';
import { openSession, ourSchemas, quoted, type PostgresSession } from './postgres-session';
import { shapeSchema, type Shape, type TableShape } from './postgres-shape';
import type { RowCounts } from './sqlite-copy';

/** An empty database that is being filled; nothing stays of it before `commit`. */
interface PostgresFilling {
  /** Makes everything as it was, puts the rows in, and counts them as they then stand. */
  fill(folder: string): Promise<RowCounts>;
  commit(): Promise<void>;
  /** Undoes what was not committed. */
  close(): Promise<void>;
}

/** @throws {CmsError} code `RESTORE_NOT_EMPTY`; later `RESTORE_POSTGRES` */
export async function beginFilling(url: string): Promise<PostgresFilling> {
  const session = await openSession(url, 'nachra-restore');
  try {
    await session.rows('BEGIN');
    await assertEmpty(session);
  } catch (error) {
    await session.close();
    throw error;
  }
  return {
    async fill(folder) {
      const shape = shapeSchema.parse(JSON.parse(await readFile(path.join(folder, shapeEntry), 'utf8')));
      try {
        return await make(session, shape, folder);
      } catch (cause) {
        throw new CmsError(
          'RESTORE_POSTGRES',
          `PostgreSQL refused what the backup holds (${messageOf(cause)}). Nothing was kept. Restore with the account that owned the tables, on a server of the same or a newer version, with the same extensions.`,
          { cause },
        );
      }
    },
    commit: async () => void (await session.rows('COMMIT')),
    close: () => session.close(),
  };
}

async function assertEmpty({ rows }: PostgresSession): Promise<void> {
  const found = await rows<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
       AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.objid = c.oid AND e.classid = 'pg_class'::regclass AND e.deptype = 'e')
     ORDER BY 1 LIMIT 3`,
    [ourSchemas],
  );
  if (found.length === 0) return;
  throw new CmsError(
    'RESTORE_NOT_EMPTY',
    `The PostgreSQL database is not empty (${found.map(({ name }) => name).join(', ')}). Nothing was changed. Make a new database, and name it in DATABASE_URL.`,
  );
}

async function make(session: PostgresSession, shape: Shape, folder: string): Promise<RowCounts> {
  const { rows: run } = session;
  // Looked for first: `IF NOT EXISTS` needs the right to make schemas even where one is there.
  const there = await run<{ name: string }>('SELECT nspname AS name FROM pg_namespace');
  for (const schema of new Set(shape.tables.map(({ schema: name }) => name)))
    if (!there.some(({ name }) => name === schema)) await run(`CREATE SCHEMA ${quoted(schema)}`);
  // One that is part of a column is made with it.
  for (const sequence of shape.sequences)
    if (sequence.owner?.kind !== 'i')
      await run(
        `CREATE SEQUENCE ${quoted(sequence.schema, sequence.name)} AS ${sequence.type} ${numbering(sequence)}`,
      );
  for (const table of shape.tables) await run(creation(table, shape.sequences));
  for (const table of shape.tables) await fillTable(session, table, path.join(folder, table.entry));
  for (const { schema, name, last, owner } of shape.sequences) {
    if (last !== null) await run('SELECT setval($1::regclass, $2::bigint)', [quoted(schema, name), last]);
    if (owner?.kind === 'a')
      await run(
        `ALTER SEQUENCE ${quoted(schema, name)} OWNED BY ${quoted(owner.schema, owner.table, owner.column)}`,
      );
  }
  const keys = (isForeign: boolean) => shape.constraints.filter(({ kind }) => (kind === 'f') === isForeign);
  const add = ({ schema, table, name, definition }: Shape['constraints'][number]) =>
    run(`ALTER TABLE ${quoted(schema, table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
  for (const key of keys(false)) await add(key);
  for (const index of shape.indexes) await run(index);
  for (const key of keys(true)) await add(key);
  const counts: RowCounts = {};
  for (const { schema, name } of shape.tables) {
    const [row] = await run<{ count: string }>(`SELECT COUNT(*) AS count FROM ${quoted(schema, name)}`);
    counts[`${schema}.${name}`] = Number(row?.count);
  }
  return counts;
}

function creation({ schema, name, columns }: TableShape, sequences: Shape['sequences']): string {
  const lines = columns.map((column) => {
    const numbered = sequences.find(
      ({ owner }) =>
        owner?.kind === 'i' &&
        owner.schema === schema &&
        owner.table === name &&
        owner.column === column.name,
    );
    const always = column.identity === 'a' ? 'ALWAYS' : 'BY DEFAULT';
    return [
      quoted(column.name),
      column.type,
      ...(column.collation === null ? [] : [`COLLATE ${column.collation}`]),
      ...(numbered === undefined
        ? []
        : [
            `GENERATED ${always} AS IDENTITY (SEQUENCE NAME ${quoted(numbered.schema, numbered.name)} ${numbering(numbered)})`,
          ]),
      ...(column.generated ? [`GENERATED ALWAYS AS (${column.default}) STORED`] : []),
      ...(column.default !== null && !column.generated ? [`DEFAULT ${column.default}`] : []),
      ...(column.required ? ['NOT NULL'] : []),
    ].join(' ');
  });
  return `CREATE TABLE ${quoted(schema, name)} (${lines.join(', ')})`;
}

function numbering({ start, least, most, step, cycles }: Shape['sequences'][number]): string {
  return `INCREMENT BY ${step} MINVALUE ${least} MAXVALUE ${most} START WITH ${start}${cycles ? ' CYCLE' : ''}`;
}

const rowSchema = z.array(z.string().nullable());

/** PostgreSQL takes 65,535 values in one statement. */
const valuesAtOnce = 30_000;
const bytesAtOnce = 4_000_000;

async function fillTable(session: PostgresSession, table: TableShape, file: string): Promise<void> {
  const columns = storedColumns(table);
  const into = `INSERT INTO ${quoted(table.schema, table.name)} (${columns.map((name) => quoted(name)).join(', ')}) OVERRIDING SYSTEM VALUE VALUES`;
  let rows: (string | null)[][] = [];
  let bytes = 0;
  const write = async (): Promise<void> => {
    if (rows.length === 0) return;
    const tuples = rows.map(
      (_, row) => `(${columns.map((_name, cell) => `$${row * columns.length + cell + 1}`).join(', ')})`,
    );
    await session.rows(`${into} ${tuples.join(', ')}`, rows.flat());
    [rows, bytes] = [[], 0];
  };
  for await (const line of linesOf(file)) {
    rows.push(rowSchema.parse(JSON.parse(line)));
    bytes += line.length;
    if (bytes >= bytesAtOnce || (rows.length + 1) * columns.length > valuesAtOnce) await write();
  }
  await write();
}

/** Not by `readline`, which ends a line at U+2028 too. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error(`The file ${path.basename(file)} ends within a row.`);
}
