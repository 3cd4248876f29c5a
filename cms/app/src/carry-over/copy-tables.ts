import { ledgerTables } from '@nachra/delivery';
import { messageOf, CmsError } from '../settings/errors';
import { attemptsTable } from '../sign-in/attempt-limits';
import type { Source } from './source';
import type { Schema, Target } from './target';
import { canonical, sumOfRows, toPostgres, type Cell, type Column } from './values';

/** What each database says of itself, and which is right where it is. */
const ownTables: readonly string[] = [
  attemptsTable,
  ledgerTables.steps,
  'strapi_database_schema',
  'strapi_migrations',
  'strapi_migrations_internal',
];

/** PostgreSQL takes 65,535 values in one statement. */
const valuesAtOnce = 30_000;
const rowsAtOnce = 1_000;
const rowsReadBack = 200;

/**
 * Copies every row of a SQLite file's tables into a schema that has the same tables, then reads both again and compares
 * number and digest, table by table. The witness of the journal is left empty. Belongs into a transaction of the target.
 *
 * @returns rows by table
 * @throws {CmsError} code `CARRY_OVER_SHAPES_DIFFER`, `CARRY_OVER_VALUE` or `CARRY_OVER_DIFFERS`
 */
export async function copyTables(
  source: Source,
  target: Target,
  schema: Schema,
): Promise<Map<string, number>> {
  const shapes = await shapesOf(source, target, schema);
  const tables = [...shapes.keys()];
  await target.clear(schema, tables);
  for (const table of ledgerTables.witness) shapes.delete(table);
  for (const [table, columns] of shapes) await copy(source, target, schema, table, columns);
  await target.restoreKeys(schema, tables);
  const counts = new Map<string, number>();
  for (const [table, columns] of shapes)
    counts.set(table, await compare(source, target, schema, table, columns));
  return counts;
}

async function shapesOf(source: Source, target: Target, schema: Schema): Promise<Map<string, Column[]>> {
  const from = source.tables().filter((table) => !ownTables.includes(table));
  const to = (await target.tables(schema)).filter((table) => !ownTables.includes(table));
  const shapes = new Map<string, Column[]>();
  const differ = new Set(to.filter((table) => !from.includes(table)));
  for (const table of from) {
    const columns = to.includes(table) ? await target.columnsOf(schema, table) : [];
    const names = columns.map(({ name }) => name).sort();
    if (names.join() === source.columnsOf(table).sort().join()) shapes.set(table, columns);
    else differ.add(table);
  }
  if (differ.size === 0) return shapes;
  throw new CmsError(
    'CARRY_OVER_SHAPES_DIFFER',
    `The tables of the two databases differ (${[...differ].sort().join(', ')}). Start this version of Nachra once on the SQLite files, which brings them to their newest shape, stop it and try again.`,
  );
}

async function copy(
  source: Source,
  target: Target,
  schema: Schema,
  table: string,
  columns: Column[],
): Promise<void> {
  const names = columns.map(({ name }) => name);
  const size = Math.min(rowsAtOnce, Math.floor(valuesAtOnce / columns.length));
  for (const rows of source.batches(table, names, size))
    await target.insert(
      schema,
      table,
      columns,
      rows.map((row) => converted(table, row, columns)),
    );
}

function converted(table: string, row: readonly Cell[], columns: readonly Column[]): Cell[] {
  try {
    return columns.map((column, index) => toPostgres(row[index] ?? null, column));
  } catch (cause) {
    throw new CmsError(
      'CARRY_OVER_VALUE',
      `A row of the table ${table} cannot be carried over: ${messageOf(cause)} Mend it in the SQLite file.`,
      { cause },
    );
  }
}

async function compare(
  source: Source,
  target: Target,
  schema: Schema,
  table: string,
  columns: Column[],
): Promise<number> {
  const [before, after] = [sumOfRows(), sumOfRows()];
  const names = columns.map(({ name }) => name);
  const oneForm = (row: readonly Cell[]): unknown[] =>
    columns.map((column, index) => canonical(row[index] ?? null, column));
  for (const rows of source.batches(table, names, rowsAtOnce))
    for (const row of rows) before.add(oneForm(converted(table, row, columns)));
  for await (const rows of target.batches(schema, table, columns, rowsReadBack))
    for (const row of rows) after.add(oneForm(row));
  if (before.rows() === after.rows() && before.digest() === after.digest()) return after.rows();
  throw new CmsError(
    'CARRY_OVER_DIFFERS',
    `The table ${table} did not arrive as it was (${before.rows()} rows, ${after.rows()} arrived). Nothing was kept in PostgreSQL; please report this.`,
  );
}
