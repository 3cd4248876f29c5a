import { stat } from 'node:fs/promises';
import type { Statements } from './ledger';

/**
 * A SQLite file's inode and the instant it was made: a copy has others. Not its device, whose number may change when the machine
 * starts again (btrfs, overlay and network file systems number them as they are mounted).
 */
export async function placeOfFile(filename: string): Promise<string> {
  const { ino, birthtimeNs } = await stat(filename, { bigint: true });
  return `sqlite:${ino}:${birthtimeNs}`;
}

/**
 * The server's identifier and timeline, where this account may read them, and the numbers of database and table: a dump that is
 * read back gets others, and so does a server that was set back to an earlier moment.
 */
export async function placeInPostgres(statements: Pick<Statements, 'rows'>): Promise<string> {
  const [numbers] = await statements.rows<{ database: string; campaign: string }>(
    `SELECT (SELECT oid FROM pg_database WHERE datname = current_database())::text AS database,
       'campaign'::regclass::oid::text AS campaign`,
  );
  const server = await statements
    .rows<{ id: string; timeline: string }>(
      `SELECT (SELECT system_identifier FROM pg_control_system())::text AS id,
         (SELECT timeline_id FROM pg_control_checkpoint())::text AS timeline`,
    )
    .then(([row]) => (row ? `${row.id}:${row.timeline}` : '-'))
    .catch(() => '-');
  return `postgres:${server}:${numbers?.database}:${numbers?.campaign}`;
}
