import { readTestimony, type Ledger, type LedgerAnchor } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { EventLog } from '../common/log';

/** Sessions of the admin, which hold only beside the ledger that they were opened beside. */
export interface BoundSessions {
  /**
   * Ends all of them, once, where the databases are older than they were, or others: a session that was ended since is back with its
   * row. Each hold gives a ledger another uid, so whatever holds it ends them. That workers went on without a CMS does not: a content is
   * older where it knows less than it had stored. Not seen is one that was put back alone while nothing was sent.
   *
   * @param known what the content knew of its ledger
   */
  bind(known: LedgerAnchor | null): Promise<void>;
}

const boundSchema = z.object({ ledger: z.string() }).nullable().catch(null);

/** Keeps in the content which ledger its sessions were opened beside. */
export function bindSessions(strapi: Core.Strapi, ledger: Ledger, log: EventLog): BoundSessions {
  const store = strapi.store({ type: 'plugin', name: 'newsletter', key: 'sessions' });

  return {
    async bind(known) {
      const { anchor, stored } = await readTestimony(ledger);
      const uid = anchor.ledger;
      const bound = boundSchema.parse(await store.get({}));
      const isBehind = known?.ledger === uid && known.position < (stored ?? 0);
      // A content of before this was kept knows its ledger all the same.
      const before = bound?.ledger ?? known?.ledger ?? uid;
      if (isBehind || before !== uid) {
        const { count } = await strapi.db.query('admin::session').deleteMany({});
        if (count > 0)
          log.warn(
            { event: 'sessions.ended', count },
            'The databases are older than they were, or others: everybody signs in again.',
          );
      }
      if (bound?.ledger !== uid) await store.set({ value: { ledger: uid } });
    },
  };
}
