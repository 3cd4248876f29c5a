import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** Beside the numbers that the ledger locks by: both may lie in one PostgreSQL. */
const lockNumber = 0x6e_63_6d_73;

/**
 * What transactions of the content lock on PostgreSQL, where several write at once; each lasts until the transaction is over.
 * - `writers`: shared by whoever writes what issues are made of, alone for whoever approves. Taken before any row is locked: in the other
 *   order, a save that has an issue's row and an approval that waits for it would wait for each other.
 * - `journal`: shared by whoever appends an entry, alone for whoever asks whether anybody is about to. Nobody waits for it but for an instant.
 */
export const contentLocks = { writers: 1, journal: 2 } as const;
type ContentLock = (typeof contentLocks)[keyof typeof contentLocks];

/** Takes a lock of the content in the transaction that is open; nothing to do on SQLite, where one writes at a time. */
export async function lockContent(
  { db }: Pick<Core.Strapi, 'db'>,
  lock: ContentLock,
  how: 'shared' | 'alone',
): Promise<void> {
  if (db.dialect.client !== 'postgres') return;
  const take = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await db.transaction(async ({ trx }: { trx: Core.Strapi['db']['connection'] }) => {
    await trx.raw(`SELECT ${take}(?, ?)`, [lockNumber, lock]);
  });
}

/**
 * The same alone, in the transaction that is open, where nobody has it: nobody is waited for.
 *
 * @returns whether it was taken
 */
export async function lockContentIfFree(
  { db }: Pick<Core.Strapi, 'db'>,
  lock: ContentLock,
): Promise<boolean> {
  if (db.dialect.client !== 'postgres') return true;
  return db.transaction(async ({ trx }: { trx: Core.Strapi['db']['connection'] }) => {
    const found: unknown = await trx.raw('SELECT pg_try_advisory_xact_lock(?, ?) AS free', [
      lockNumber,
      lock,
    ]);
    return freeSchema.parse(found).rows[0].free;
  });
}

const freeSchema = z.object({ rows: z.tuple([z.object({ free: z.boolean() })]) });
