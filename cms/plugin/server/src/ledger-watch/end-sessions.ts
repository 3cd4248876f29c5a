import { readTestimony, witnessSessions, type Ledger, type LedgerAnchor } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import type { EventLog } from '../common/log';

/** Sessions of the admin, which hold only beside the ledger that they were opened beside. */
export interface BoundSessions {
  /**
   * Ends all of them, once, where the databases are older than they were, or others: a session that was ended since is back with its
   * row. Each hold gives a ledger another uid, so whatever holds it ends them. That workers went on without a CMS does not: a content is
   * older where it knows less than it had stored, or of fewer ended sessions than the ledger.
   *
   * @param known what the content knew of its ledger
   */
  bind(known: LedgerAnchor | null): Promise<void>;
  /** Tells the ledger how many sessions were ended, where that is news. @throws what either database throws */
  tell(): Promise<void>;
}

const boundSchema = z.object({ ledger: z.string() }).nullable().catch(null);
const countedSchema = z.object({ sessionsEnded: z.number().nullable() });

/** Keeps in the content which ledger its sessions were opened beside, and how many were ended so far, which the ledger is told too. */
export function bindSessions(strapi: Core.Strapi, ledger: Ledger, log: EventLog): BoundSessions {
  const store = strapi.store({ type: 'plugin', name: 'newsletter', key: 'sessions' });
  const anchors = () => strapi.db.query(uids.ledgerAnchor);
  let isNews = true;

  /** Null before the content knows a ledger. */
  async function ended(): Promise<number | null> {
    const row: unknown = await anchors().findOne({ orderBy: { id: 'asc' } });
    return row === null ? null : (countedSchema.parse(row).sessionsEnded ?? 0);
  }
  /** Counted by the database itself, in the transaction of the ending: other processes end sessions as well. */
  async function count(): Promise<void> {
    await strapi.db.queryBuilder(uids.ledgerAnchor).increment('sessions_ended').execute();
    isNews = true;
  }
  strapi.db.lifecycles.subscribe({
    models: ['admin::session'],
    afterDelete: count,
    afterDeleteMany: async ({ result }: { result?: unknown }) => {
      if ((result as { count: number }).count > 0) await count();
    },
  });

  return {
    async bind(known) {
      const { anchor, stored, sessionsEnded } = await readTestimony(ledger);
      const uid = anchor.ledger;
      const bound = boundSchema.parse(await store.get({}));
      const isBehind =
        (known?.ledger === uid && known.position < (stored ?? 0)) || ((await ended()) ?? 0) < sessionsEnded;
      // A content of before this was kept knows its ledger all the same.
      const before = bound?.ledger ?? known?.ledger ?? uid;
      if (isBehind || before !== uid) {
        const { count: found } = await strapi.db.query('admin::session').deleteMany({});
        if (found > 0)
          log.warn(
            { event: 'sessions.ended', count: found },
            'The databases are older than they were, or others: everybody signs in again.',
          );
      }
      if (bound?.ledger !== uid) await store.set({ value: { ledger: uid } });
    },
    async tell() {
      if (!isNews) return;
      isNews = false;
      try {
        const here = await ended();
        const there = await witnessSessions(ledger, here ?? 0);
        if (here === null) isNews = true;
        // A content that was put back counts on from where the ledger stands, once its sessions are ended.
        const isFewer = [{ sessionsEnded: { $null: true } }, { sessionsEnded: { $lt: there } }];
        await anchors().updateMany({ where: { $or: isFewer }, data: { sessionsEnded: there } });
      } catch (error) {
        isNews = true;
        throw error;
      }
    },
  };
}
