import { overwriteErased, untilNotBusy, type Ledger } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { EventLog } from './log';

const answerSchema = z.array(z.object({ busy: z.number() }));

/**
 * The ledger's `overwriteErased` for the content database: brings what was erased to the file itself and empties SQLite's log beside
 * it. PostgreSQL does so by itself.
 *
 * @returns false when somebody has read an earlier state all the time
 */
async function overwriteContent({ db }: Pick<Core.Strapi, 'db'>): Promise<boolean> {
  if (db.dialect.client !== 'sqlite') return true;
  return untilNotBusy(
    async () => answerSchema.parse(await db.connection.raw('PRAGMA wal_checkpoint(TRUNCATE)'))[0],
  );
}

/** Has nothing of what was erased stand in the bytes of both databases any more; says so in the log where somebody was in the way. */
export async function overwriteAllErased(
  strapi: Pick<Core.Strapi, 'db'>,
  ledger: Ledger,
  log: EventLog,
): Promise<void> {
  if ((await overwriteContent(strapi)) && (await overwriteErased(ledger))) return;
  log.warn(
    { event: 'erasure.log-busy' },
    'What was erased stands in the log of a database until it begins anew: somebody was reading an earlier state of it.',
  );
}
