import type { JournalSource } from '@nachra/delivery';
import { canonicalJson } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { contentLocks, lockContentIfFree } from '../common/content-locks';
import { uids } from '../../../shared/uids';

/** The journal as it is witnessed. */
export interface WitnessedJournal extends JournalSource {
  /** The number of the last entry; 0 for none. */
  last(): Promise<number>;
  /**
   * How many entries there are up to the last one, before which none will be written any more. Null while somebody is writing one: it may get
   * a lower number than one that is there already.
   */
  settled(): Promise<{ entries: number; last: number } | null>;
}

const columns = [
  ...['id', 'at', 'name', 'by_id', 'by_name', 'document', 'number', 'language'],
  ...['campaign', 'person', 'data', 'ledger_uid', 'event_id'],
];

/** The lowest number that a row of PostgreSQL may have; a lower one cannot be asked for. */
const lowest = -(2 ** 31);

/** Every column in one form, whichever database it comes from. */
const entrySchema = z.object({
  id: z.coerce.number(),
  at: z.coerce.date().transform((at) => at.getTime()),
  event_id: z.coerce.number().nullish(),
  data: z.unknown().transform((data): unknown => (typeof data === 'string' ? JSON.parse(data) : data)),
});
const lastSchema = z.object({ id: z.number() }).nullable();

interface Transaction {
  trx: Core.Strapi['db']['connection'];
}

/** Reads beside the doors of the journal, which show less: everything that an entry says is witnessed. */
export function openWitnessedJournal(strapi: Pick<Core.Strapi, 'db'>): WitnessedJournal {
  const { db } = strapi;
  const entries = () => db.query(uids.journalEntry);
  const table = z.string().parse(db.metadata.get(uids.journalEntry).tableName);
  const last = async () =>
    lastSchema.parse(await entries().findOne({ select: ['id'], orderBy: { id: 'desc' } }))?.id ?? 0;
  return {
    last,
    async read(after, limit) {
      // A transaction, so that it is read where one is open. Past Strapi's queries, which take ten times as long for each row.
      const rows: unknown[] = await db.transaction(async ({ trx }: Transaction) => {
        const query = trx(table).select(columns).orderBy('id').limit(limit);
        return after < lowest ? query : query.where('id', '>', after);
      });
      return rows.map((row) => {
        const entry = { ...(row as object), ...entrySchema.parse(row) };
        return { id: entry.id, text: canonicalJson(entry) };
      });
    },
    settled: async () =>
      db.transaction(async () =>
        (await lockContentIfFree(strapi, contentLocks.journal))
          ? { last: await last(), entries: await entries().count() }
          : null,
      ),
  };
}
