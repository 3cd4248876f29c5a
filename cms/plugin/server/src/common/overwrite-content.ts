import { untilNotBusy } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const answerSchema = z.array(z.object({ busy: z.number() }));

/**
 * The ledger's `overwriteErased` for the content database: brings what was erased to the file itself and empties SQLite's log beside
 * it. PostgreSQL does so by itself.
 *
 * @returns false when somebody has read an earlier state all the time
 */
export async function overwriteContent({ db }: Pick<Core.Strapi, 'db'>): Promise<boolean> {
  if (db.dialect.client !== 'sqlite') return true;
  return untilNotBusy(
    async () => answerSchema.parse(await db.connection.raw('PRAGMA wal_checkpoint(TRUNCATE)'))[0],
  );
}
