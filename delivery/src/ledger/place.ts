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

/** A write moves both times of a file at once; only what gives a file other times or another owner moves the one alone. */
const apartMs = 1_000;

/**
 * Whether something was done to a file since it was last written to: it was copied over by a program that keeps its times (`cp -a`,
 * `rsync -a --inplace`), which leaves it its inode and the instant it was made, or given to another owner.
 */
export async function wasTouched(filename: string): Promise<boolean> {
  const found = await stat(filename).catch(() => null);
  return found !== null && found.ctimeMs - found.mtimeMs > apartMs;
}

/** What PostgreSQL says when an account may not ask something, or the server does not know it. */
const mayNotAsk = new Set(['42501', '42883']);

/**
 * The server's identifier and timeline, where this account may read them, and the numbers of database and table: a dump that is
 * read back gets others, and so does a server that was set back to an earlier moment.
 *
 * @throws what the server throws, but for a want of rights: a place that could not be read is no other place
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
    .then(([row]) => (row ? `${row.id}:${row.timeline}` : unknownServer))
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && mayNotAsk.has(String(error.code)))
        return unknownServer;
      throw error;
    });
  return `postgres:${server}:${numbers?.database}:${numbers?.campaign}`;
}

const unknownServer = '-:-';

/**
 * Whether two places may be the same: what one of them does not know is compared with nothing. Only a server may keep something to
 * itself; a file has always said all of its place, and one that seems not to was written by somebody. Pure.
 */
export function isSamePlace(one: string, other: string): boolean {
  const [left, right] = [partsOf(one), partsOf(other)];
  const mayNotKnow = left[0] === 'postgres';
  return (
    left.length === right.length &&
    left.every(
      (part, index) => part === right[index] || (mayNotKnow && (part === '-' || right[index] === '-')),
    )
  );
}

/** The place now, with what was known of it before and cannot be read now. Pure; both are the same place. */
export function placeWithMemory(now: string, before: string): string {
  if (!isSamePlace(now, before)) return now;
  const known = partsOf(before);
  return partsOf(now)
    .map((part, index) => (part === '-' ? (known[index] ?? part) : part))
    .join(':');
}

function partsOf(place: string): string[] {
  // Written so before the two were told apart.
  return place.replace(/^postgres:-:(\d+:\d+)$/, `postgres:${unknownServer}:$1`).split(':');
}
