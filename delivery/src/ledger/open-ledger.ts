import type { Knex } from 'knex';
import { z } from 'zod';
import type { Binding, Ledger, Statements } from './ledger';
import { migrate } from './migrate';
import { openPostgres, postgresDialect, storable } from './postgres';
import { openSqlite, sqliteDialect } from './sqlite';

/** Where the ledger lies. */
export const ledgerOptionsSchema = z.discriminatedUnion('client', [
  z.strictObject({
    client: z.literal('sqlite'),
    /** Path of the SQLite file; it and its folder are made when missing. Never the CMS's own database file. */
    filename: z.string().min(1),
  }),
  z.strictObject({
    client: z.literal('postgres'),
    /** `postgres://name:password@host:port/database`; the ledger keeps to a schema of its own, `nachra`. */
    url: z.url({ protocol: /^postgres(ql)?$/ }),
  }),
]);
/** See {@link ledgerOptionsSchema}. */
export type LedgerOptions = z.infer<typeof ledgerOptionsSchema>;

/**
 * Opens the ledger and brings its schema up to date. Whoever opens it closes it.
 *
 * @throws {DeliveryError} `LEDGER_UNREACHABLE` or `LEDGER_UNWRITABLE`, naming the place and the setting; `LEDGER_MIGRATION`
 * @example
 * const ledger = await openLedger({ client: 'sqlite', filename: './data/ledger.db' });
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { database, dialect, statementsOn } = await openDatabase(options);
  const ledger: Ledger = {
    ...statementsOn(database),
    dialect,
    transaction: (work) => database.transaction((transaction) => work(statementsOn(transaction))),
    close: () => database.destroy(),
  };
  try {
    await migrate(ledger);
    return ledger;
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

async function openDatabase(options: LedgerOptions) {
  return options.client === 'sqlite'
    ? { database: await openSqlite(options.filename), dialect: sqliteDialect, statementsOn: onSqlite }
    : { database: await openPostgres(options.url), dialect: postgresDialect, statementsOn: onPostgres };
}

/**
 * What better-sqlite3 returns through `knex.raw`: rows for a statement that has some, a count of changes otherwise.
 * knex cannot know the type of a raw result, so it is taken as unknown here and told apart by its shape.
 */
type SqliteAnswer<Row> = Row[] | { changes: number };

function onSqlite(database: Knex): Statements {
  const ask = async <Row>(sql: string, bindings: readonly Binding[] = []): Promise<SqliteAnswer<Row>> =>
    (await database.raw<unknown>(sql, [...bindings])) as SqliteAnswer<Row>;
  return {
    rows: async <Row>(sql: string, bindings?: readonly Binding[]) => {
      const answer = await ask<Row>(sql, bindings);
      return Array.isArray(answer) ? answer : [];
    },
    run: async (sql, bindings) => {
      const answer = await ask(sql, bindings);
      return Array.isArray(answer) ? answer.length : answer.changes;
    },
  };
}

/** What `pg` returns for every statement. */
interface PostgresAnswer<Row> {
  rows: Row[];
  rowCount: number | null;
}

function onPostgres(database: Knex): Statements {
  const ask = async <Row>(sql: string, bindings: readonly Binding[] = []): Promise<PostgresAnswer<Row>> =>
    (await database.raw<unknown>(sql, bindings.map(storable))) as PostgresAnswer<Row>;
  return {
    rows: async <Row>(sql: string, bindings?: readonly Binding[]) => (await ask<Row>(sql, bindings)).rows,
    run: async (sql, bindings) => (await ask(sql, bindings)).rowCount ?? 0,
  };
}
