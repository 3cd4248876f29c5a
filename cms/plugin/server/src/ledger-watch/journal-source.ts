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

const fields = [
  ...['id', 'at', 'name', 'byId', 'byName', 'document', 'number', 'language'],
  ...['campaign', 'person', 'data', 'ledgerUid', 'eventId'],
];

/** The lowest number that a row of PostgreSQL may have; a lower one cannot be asked for. */
const lowest = -(2 ** 31);

/** Every field in one form, whichever database it comes from. */
const entrySchema = z.object({
  id: z.coerce.number(),
  at: z.coerce.date().transform((at) => at.getTime()),
  eventId: z.coerce.number().nullish(),
});
const lastSchema = entrySchema.pick({ id: true }).nullable();

/** Reads beside the doors of the journal, which show less: everything that an entry says is witnessed. */
export function openWitnessedJournal(strapi: Pick<Core.Strapi, 'db'>): WitnessedJournal {
  const { db } = strapi;
  const entries = () => db.query(uids.journalEntry);
  const last = async () =>
    lastSchema.parse(await entries().findOne({ select: ['id'], orderBy: { id: 'desc' } }))?.id ?? 0;
  return {
    last,
    async read(after, limit) {
      const rows: unknown[] = await entries().findMany({
        where: after < lowest ? {} : { id: { $gt: after } },
        ...{ select: fields, orderBy: { id: 'asc' }, limit },
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
