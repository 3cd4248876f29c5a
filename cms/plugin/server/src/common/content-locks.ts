import type { Core } from '@strapi/strapi';

/** Beside the numbers that the ledger locks by: both may lie in one PostgreSQL. */
const lockNumber = 0x6e_63_6d_73;

/**
 * What transactions of the content lock on PostgreSQL, where several write at once; each lasts until the transaction is over.
 * - `writers`: shared by whoever writes what issues are made of, alone for whoever approves. Taken before any row is locked: in the other
 *   order, a save that has an issue's row and an approval that waits for it would wait for each other.
 */
export const contentLocks = { writers: 1 } as const;
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
