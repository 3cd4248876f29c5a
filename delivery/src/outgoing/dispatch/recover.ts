import type { DeliveryOutcome } from '../../campaigns/deliveries/delivery';
import type { Ledger } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { transition } from '../../campaigns/states';

/** What a recovery found. */
export interface Recovery {
  requeued: number;
  inDoubt: number;
}

const workerLost: DeliveryOutcome = { kind: 'worker-lost', code: null, enhanced: null, reply: '' };

/**
 * Takes over from workers that are gone: what they had only claimed goes back to the queue; what they had under way is
 * in doubt, and is never sent again by itself. Idempotent.
 *
 * @param isGone tells of a lease's owner that it surely no longer runs; a lease that has run out needs no such word
 */
export async function recover(
  ledger: Ledger,
  now: Date,
  isGone: (owner: string) => boolean,
): Promise<Recovery> {
  const holders = await ledger.rows<{ lease_owner: string; is_over: number | boolean }>(
    `SELECT lease_owner, MIN(lease_until) <= ${ledger.dialect.now} AS is_over FROM delivery WHERE state IN ('claimed', 'sending') GROUP BY lease_owner`,
  );
  const total: Recovery = { requeued: 0, inDoubt: 0 };
  for (const { lease_owner: owner, is_over: isOver } of holders) {
    const gone = isGone(owner);
    if (!gone && !isOver) continue;
    const found = await expire(ledger, owner, gone, now);
    total.requeued += found.requeued;
    total.inDoubt += found.inDoubt;
  }
  return total;
}

function expire(ledger: Ledger, owner: string, gone: boolean, now: Date): Promise<Recovery> {
  // The row's own lease decides unless its owner is known to be gone: a live worker may hold newer ones.
  const theirs = `lease_owner = ?${gone ? '' : ` AND lease_until <= ${ledger.dialect.now}`}`;
  return ledger.transaction(async (statements) => {
    const requeued = await statements.run(
      `UPDATE delivery SET state = '${transition('claimed', 'expire')}', lease_owner = NULL, lease_until = NULL, updated_at = ?
       WHERE state = 'claimed' AND ${theirs}`,
      [now.getTime(), owner],
    );
    const doubtful = await statements.rows<{ id: number; campaign_id: number }>(
      `UPDATE delivery SET state = '${transition('sending', 'expire')}', outcome = ?, attempts = attempts + 1,
         lease_owner = NULL, lease_until = NULL, updated_at = ?
       WHERE state = 'sending' AND ${theirs} RETURNING id, campaign_id`,
      [JSON.stringify(workerLost), now.getTime(), owner],
    );
    for (const { id, campaign_id: campaignId } of doubtful) {
      await appendEvent(statements, {
        name: 'delivery.in-doubt',
        at: now,
        campaignId,
        deliveryId: id,
        data: { kind: 'worker-lost' },
      });
    }
    return { requeued, inDoubt: doubtful.length };
  });
}
