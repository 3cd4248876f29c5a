import { existsSync } from 'node:fs';
import { ledgerTables } from '@nachra/delivery';
import { Client } from 'pg';
import { startCms } from './cms';
import { keptPath } from './kept-folders';
import { postgresVersion, startPostgres } from './postgres';
import { hashOfCompiled } from './prepared-content';
import { openDatabase, type PostgresDatabase } from './shared-postgres';

/**
 * A database that a CMS has been started on before, as `copyPreparedContent` has it for SQLite: its content, and nothing that names
 * an installation. First starts on PostgreSQL are tried by `postgres.test.ts`.
 */
export async function openPreparedDatabase(): Promise<PostgresDatabase> {
  const name = `content-${await hashOfCompiled()}-postgres-${postgresVersion()}`;
  if (!existsSync(keptPath(name))) await prepare(name);
  return openDatabase(name);
}

async function prepare(name: string): Promise<void> {
  const server = await startPostgres();
  try {
    const cms = await startCms({ DATABASE_URL: server.url });
    await cms.close();
    const client = new Client({ connectionString: server.url });
    await client.connect();
    // Each test has a ledger of its own.
    await client.query(`DROP SCHEMA ${ledgerTables.schema} CASCADE; DELETE FROM newsletter_ledger_anchors`);
    await client.end();
    await server.keepAs(name);
  } finally {
    await server.close();
  }
}
