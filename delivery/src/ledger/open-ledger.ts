import type { Knex } from 'knex';
import { z } from 'zod';
import type { Dialect } from './dialect';
import type { Binding, Ledger, Statements } from './ledger';
import { DeliveryError } from '../errors';
import { ensureIdentity } from './identity';
import { migrate } from './migrate';
import { placeInPostgres, placeOfFile, wasTouched } from './place';
import { nameOfDatabase, openPostgres, postgresDialect, storable } from './postgres';
import { driverWords } from './sql';
import { openSqlite, sqliteDialect, whileBusy } from './sqlite';

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
 * Opens the ledger, brings its schema up to date, and gives a new one its identity. Whoever opens it closes it.
 *
 * @param personKey what persons are named by (`NACHRA_PERSON_KEY`); null for a tool that names nobody
 * @throws {DeliveryError} `LEDGER_UNREACHABLE` or `LEDGER_UNWRITABLE`, naming the place and the setting; `LEDGER_MIGRATION`;
 *   `LEDGER_NEWER`. Later every statement may throw `LEDGER_DAMAGED`
 * @example
 * const ledger = await openLedger({ client: 'sqlite', filename: './data/ledger.db' }, personKey);
 */
export async function openLedger(options: LedgerOptions, personKey: string | null = null): Promise<Ledger> {
  // Before it is opened: a first write would give it other times.
  const touched = options.client === 'sqlite' && (await wasTouched(options.filename));
  const { database, dialect, statementsOn } = await openDatabase(options);
  const watch = damageWatch(dialect, options);
  const watched = (knex: Knex): Statements => watch.over(statementsOn(knex));
  const statements = watched(database);
  const ledger: Ledger = {
    ...statements,
    dialect,
    personKey,
    transaction: (work) => watch.guard(database.transaction((transaction) => work(watched(transaction)))),
    place: () => (options.client === 'sqlite' ? placeOfFile(options.filename) : placeInPostgres(statements)),
    wasTouched: touched,
    isDamaged: watch.isDamaged,
    close: () => database.destroy(),
  };
  try {
    await migrate(ledger);
    await ensureIdentity(ledger);
    return ledger;
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** Notices when the driver says that what is stored is damaged, and says so in our words. */
function damageWatch({ damageCodes }: Dialect, options: LedgerOptions) {
  let damaged = false;
  const place = options.client === 'sqlite' ? options.filename : nameOfDatabase(options.url);
  const guard = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && damageCodes.test(String(error.code)))) throw error;
      damaged = true;
      throw ledgerDamaged(place, error);
    });
  return {
    guard,
    over: (statements: Statements): Statements => ({
      rows: <Row>(sql: string, bindings?: readonly Binding[]) => guard(statements.rows<Row>(sql, bindings)),
      run: (sql, bindings) => guard(statements.run(sql, bindings)),
    }),
    isDamaged: () => damaged,
  };
}

function ledgerDamaged(place: string, cause: unknown): DeliveryError {
  const reason = driverWords(cause);
  return new DeliveryError(
    'LEDGER_DAMAGED',
    { place, driverSaid: reason },
    `The ledger at ${place} is damaged (${reason}). Nothing more is sent. Stop Nachra, keep the damaged file, and restore the ledger from a backup.`,
    { cause },
  );
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
    (await whileBusy(() => database.raw<unknown>(sql, [...bindings]))) as SqliteAnswer<Row>;
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
