import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';

/** Everything that a table may have, in one that nobody here knows of. */
export const somebodyElses = `
  CREATE TABLE public."Of Somebody" (
    id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 7 INCREMENT BY 3) PRIMARY KEY, serial SERIAL, next BIGINT,
    name VARCHAR(20) COLLATE "C" NOT NULL DEFAULT 'it''s', shout TEXT GENERATED ALWAYS AS (upper(name)) STORED,
    bytes BYTEA, data JSONB, exact NUMERIC(30, 10), near DOUBLE PRECISION, at TIMESTAMPTZ, span INTERVAL, list TEXT[],
    CONSTRAINT "not too long" CHECK (length(name) < 15), UNIQUE (name, serial));
  ALTER TABLE public."Of Somebody" ADD FOREIGN KEY (next) REFERENCES public."Of Somebody" (id);
  CREATE INDEX "by shout" ON public."Of Somebody" (lower(shout)) WHERE next IS NOT NULL;
  INSERT INTO public."Of Somebody" (name, bytes, data, exact, near, at, span, list) VALUES
    (E'l\\u2028\\n"', '\\x00ff', '{"a": 1.50}', 12345678901234567890.0123456789, 0.1::float8 + 0.2, '2026-10-25 02:30:00.123456+01', '1 mon -3 days 04:05:06.7', ARRAY['a,b', NULL, '"']),
    ('', NULL, NULL, 'NaN', '-Infinity', 'infinity', NULL, '{}');
  UPDATE public."Of Somebody" SET next = 10 WHERE id = 7`;

/** Every row of every table, but those that say of themselves that they were restored. */
export async function tablesOf(variables: Record<string, string>): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  if (variables['DATABASE_URL'] === undefined) {
    for (const file of ['nachra.db', 'ledger.db']) {
      const database = new Database(path.join(variables['NACHRA_DATA_DIR'] ?? '', file), {
        readonly: true,
      });
      const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
      for (const table of tables as string[])
        all[`${file}.${table}`] = database.prepare(`SELECT * FROM "${table}"`).raw().all();
      database.close();
    }
  } else {
    const client = new Client({ connectionString: variables['DATABASE_URL'] });
    await client.connect();
    const tables = await client.query<{ s: string; t: string }>(
      `SELECT table_schema AS s, table_name AS t FROM information_schema.tables WHERE table_schema IN ('public', 'nachra')`,
    );
    for (const { s, t } of tables.rows)
      all[`${s}.${t}`] = (await client.query(`SELECT x::text FROM "${s}"."${t}" x ORDER BY 1`)).rows;
    const shape = await client.query(
      `SELECT table_schema, table_name, column_name, column_default, is_nullable, udt_name, character_maximum_length, is_identity
       FROM information_schema.columns WHERE table_schema IN ('public', 'nachra') ORDER BY 1, 2, ordinal_position`,
    );
    const indexes = await client.query<{ indexdef: string }>(
      `SELECT indexdef FROM pg_indexes WHERE schemaname IN ('public', 'nachra') ORDER BY 1`,
    );
    const constraints = await client.query(
      `SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace::regnamespace::text IN ('public', 'nachra') ORDER BY 1, 2`,
    );
    const sequences = await client.query(
      `SELECT schemaname, sequencename, data_type, start_value, increment_by, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1, 2`,
    );
    // Read back, PostgreSQL writes the same condition with other casts.
    const plain = ({ indexdef }: { indexdef: string }) =>
      indexdef.replaceAll(/::(?:text|character varying)(?:\[\])?|[()[\]]/g, '');
    Object.assign(all, {
      ...{ shape: shape.rows, indexes: indexes.rows.map(plain), constraints: constraints.rows },
      sequences: sequences.rows,
    });
    await client.end();
  }
  return all;
}

/** Every file of a data folder but its databases, with its mode and its bytes. */
export async function filesIn(dataDir: string): Promise<Record<string, string>> {
  const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const files = names.flatMap((entry) =>
    entry.isFile() && !/^(?:nachra|ledger)\.db/.test(entry.name)
      ? [path.join(entry.parentPath, entry.name)]
      : [],
  );
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [
        path.relative(dataDir, file),
        `${((await stat(file)).mode & 0o777).toString(8)} ${(await readFile(file)).toString('base64')}`,
      ]),
    ),
  ) as Record<string, string>;
}
