import type { Knex } from 'knex';
import type { Binding, Ledger, Statements } from './ledger';
import { migrate } from './migrate';
import { openSqlite, sqliteDialect } from './sqlite';

/** Where the ledger lies. */
export interface LedgerOptions {
  client: 'sqlite';
  /** Path of the SQLite file; it and its folder are made when missing. Never the CMS's own database file. */
  filename: string;
}

/**
 * Opens the ledger and brings it to its newest shape. Whoever opens it closes it.
 *
 * @throws {LedgerError} `LEDGER_UNWRITABLE` naming the file and the setting; `LEDGER_MIGRATION`
 * @example
 * const ledger = await openLedger({ client: 'sqlite', filename: './data/ledger.db' });
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const database = await openSqlite(options.filename);
  const ledger: Ledger = {
    ...statementsOn(database),
    dialect: sqliteDialect,
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

/**
 * What better-sqlite3 answers, by way of `knex.raw`: rows for a statement that has some, a count of changes otherwise.
 * knex types a raw answer by the table it cannot know, so it is taken as unknown here and told apart by its form.
 */
type RawAnswer<Row> = Row[] | { changes: number };

function statementsOn(database: Knex): Statements {
  const ask = async <Row>(sql: string, bindings: readonly Binding[] = []): Promise<RawAnswer<Row>> =>
    (await database.raw<unknown>(sql, [...bindings])) as RawAnswer<Row>;
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
