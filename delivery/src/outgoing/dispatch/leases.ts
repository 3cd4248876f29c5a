import {
  claimDue,
  expireLeases,
  leaseHolders,
  type ClaimedDelivery,
  type Lease,
} from '../../campaigns/changes/claim';
import { mayBeClaimed, statesBefore } from '../../campaigns/states';
import type { Ledger } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { words } from '../../ledger/sql';

/**
 * Claims up to `limit` due deliveries under a lease, from the campaign that started first. That a campaign has started is for the
 * database's clock to say: a worker that is hours ahead would send what may still be cancelled.
 *
 * @returns nothing when nothing is due
 */
export async function claimChunk(
  ledger: Ledger,
  lease: Lease,
  limit: number,
  now: Date,
): Promise<ClaimedDelivery[]> {
  const [campaign] = await ledger.rows<{ row: number; id: string }>(
    `SELECT c.id AS "row", c.uid AS id FROM campaign c
     WHERE ${mayBeClaimed} AND c.start_at <= ${ledger.dialect.now} AND EXISTS (
       SELECT 1 FROM delivery d
       WHERE d.campaign_id = c.id AND d.state IN (${words(statesBefore('claim'))}) AND d.next_attempt_at <= ?
     )
     ORDER BY c.start_at, c.id LIMIT 1`,
    [now.getTime()],
  );
  return campaign ? claimDue(ledger, campaign, lease, { limit, now }) : [];
}

/** What a recovery found. */
interface Recovery {
  /** Deliveries that went back to the queue. */
  requeued: number;
  /** Deliveries that were under way, and may or may not have arrived. */
  inDoubt: number;
}

/**
 * Recovers the deliveries of workers that are gone: those they had only claimed go back to the queue; those under way are
 * in doubt, and are never sent again automatically. Idempotent.
 *
 * @param isGone whether the owner of a lease certainly no longer runs; not needed for a lease that has run out
 */
export async function recover(
  ledger: Ledger,
  now: Date,
  isGone: (owner: string) => boolean,
): Promise<Recovery> {
  const total: Recovery = { requeued: 0, inDoubt: 0 };
  for (const { owner, isOver } of await leaseHolders(ledger)) {
    const gone = isGone(owner);
    if (!gone && !isOver) continue;
    const found = await takeOver(ledger, owner, gone ? 'all' : 'run-out', now);
    total.requeued += found.requeued;
    total.inDoubt += found.inDoubt;
  }
  return total;
}

function takeOver(ledger: Ledger, owner: string, which: 'all' | 'run-out', now: Date): Promise<Recovery> {
  return ledger.transaction(async (statements) => {
    const { requeued, doubtful } = await expireLeases(statements, ledger.dialect, owner, which, now);
    for (const { id, campaign_id: campaignId, person } of doubtful) {
      await appendEvent(statements, {
        name: 'delivery.in-doubt',
        at: now,
        campaignId,
        deliveryId: id,
        person,
        data: { kind: 'worker-lost' },
      });
    }
    return { requeued, inDoubt: doubtful.length };
  });
}
