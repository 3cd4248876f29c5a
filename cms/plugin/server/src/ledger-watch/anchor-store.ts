import type { LedgerAnchor, RecordedDecision } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';

/** What the content database knows of its ledger. */
export interface StoredAnchor extends LedgerAnchor {
  /** The last event that is certainly copied; -1 for none of this ledger. */
  eventCursor: number;
}

/**
 * Copies decisions and suppressions of the ledger to the content database, all of them or none; idempotent by ledger and event,
 * because the newest are handed over several times.
 */
export type CopyEvents = (ledger: string, events: readonly RecordedDecision[]) => Promise<unknown>;

/** The one row of `plugin::newsletter.ledger-anchor`. */
export interface AnchorStore {
  read(): Promise<StoredAnchor | null>;
  /** Stores an anchor and what belongs to it, or nothing of both. */
  store(anchor: StoredAnchor, alongside: () => Promise<unknown>): Promise<void>;
}

const rowSchema = z.object({
  id: z.number(),
  ledger: z.string(),
  position: z.coerce.number(),
  eventCursor: z.coerce.number().nullish(),
  linkSecret: z.string().nullish(),
  personKey: z.string().nullish(),
});

/** A row beside Strapi's document service: nobody edits it, so no guard and no check has a say. */
export function openAnchorStore({ db }: Pick<Core.Strapi, 'db'>): AnchorStore {
  const rows = () => db.query(uids.ledgerAnchor);
  const find = async () => {
    const row: unknown = await rows().findOne({ orderBy: { id: 'asc' } });
    return row === null ? null : rowSchema.parse(row);
  };
  return {
    async read() {
      const row = await find();
      if (row === null) return null;
      const { ledger, position, eventCursor, linkSecret, personKey } = row;
      return { ledger, position, linkSecret, personKey, eventCursor: eventCursor ?? -1 };
    },
    async store(anchor, alongside) {
      await db.transaction(async () => {
        const data = {
          ledger: anchor.ledger,
          position: String(anchor.position),
          eventCursor: String(anchor.eventCursor),
          linkSecret: anchor.linkSecret ?? null,
          personKey: anchor.personKey ?? null,
        };
        const row = await find();
        if (row === null) await rows().create({ data });
        else await rows().update({ where: { id: row.id }, data });
        await alongside();
      });
    },
  };
}
