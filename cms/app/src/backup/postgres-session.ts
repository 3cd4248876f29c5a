import { ledgerTables } from '@nachra/delivery';
import { Client, type types } from 'pg';
import { CmsError, messageOf } from '../settings/errors';

/** What is backed up of a database: the CMS's schema and the ledger's. */
export const ourSchemas: readonly string[] = ['public', ledgerTables.schema];

/** A connection on which every value is the text that the server writes, and reads again. */
export interface PostgresSession {
  readonly rows: <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** The rows as arrays of texts. */
  cells(sql: string, values?: readonly unknown[]): Promise<(string | null)[][]>;
  close(): Promise<void>;
}

/** One way to write each value on every server, and names that always say their schema. */
const settings = [
  `SET client_encoding = 'UTF8'`,
  `SET DateStyle = 'ISO, YMD'`,
  `SET IntervalStyle = 'postgres'`,
  `SET TimeZone = 'UTC'`,
  `SET bytea_output = 'hex'`,
  `SET extra_float_digits = 3`,
  `SET search_path = ''`,
  `SET statement_timeout = 0`,
  `SET idle_in_transaction_session_timeout = 0`,
];

const asText = () => String;

export async function openSession(url: string, name: string): Promise<PostgresSession> {
  const client = new Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: asText as unknown as typeof types.getTypeParser },
  });
  // A broken connection is reported by the query in progress.
  client.on('error', () => undefined);
  await client.connect().catch((cause: unknown) => {
    throw new CmsError(
      'DATABASE_UNREACHABLE',
      `The PostgreSQL database of DATABASE_URL cannot be reached (${messageOf(cause)}). Check that it runs, and host, port, name, password and database.`,
      { cause },
    );
  });
  for (const setting of settings) await client.query(setting);
  return {
    rows: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await client.query(sql, [...values])).rows as Row[],
    async cells(sql, values = []) {
      const query = { text: sql, values: [...values], rowMode: 'array' as const };
      return (await client.query<(string | null)[]>(query)).rows;
    },
    close: () => client.end(),
  };
}

/** A name as a statement writes it. Pure. */
export function quoted(...names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.');
}
