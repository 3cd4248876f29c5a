import type { Ledger } from '../ledger';
import { transition } from '../states';
import type { ClaimedDelivery, Lease } from './claimed';

/**
 * Writes the intent: these messages are about to leave. In one statement, before the first byte. Whoever was suppressed
 * since the claim, or is held by another worker by now, or belongs to a campaign that was paused or cancelled, is not
 * among those handed back, and must not be sent.
 */
export async function beginGroup(
  ledger: Ledger,
  group: readonly ClaimedDelivery[],
  lease: Lease,
  now: Date,
): Promise<ClaimedDelivery[]> {
  const ids = ledger.dialect.rowsFromJson([['id', 'integer']]);
  const rows = await ledger.rows<{ id: number }>(
    `UPDATE delivery SET state = '${transition('claimed', 'begin')}', lease_until = ?, updated_at = ?
     WHERE id IN (${ids}) AND state = 'claimed' AND lease_owner = ?
       AND campaign_id IN (SELECT id FROM campaign WHERE intent = 'run')
     RETURNING id`,
    [
      lease.until.getTime(),
      now.getTime(),
      JSON.stringify(group.map((delivery) => [delivery.rowId])),
      lease.owner,
    ],
  );
  const begun = new Set(rows.map((row) => row.id));
  return group.filter((delivery) => begun.has(delivery.rowId));
}
