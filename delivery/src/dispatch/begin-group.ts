import type { Ledger } from '../ledger';
import { transition } from '../states';
import type { ClaimedDelivery, Lease } from './claimed';
import { withdrawSuppressed } from './withdraw-suppressed';

/**
 * Writes the intent: these messages are about to leave. In one transaction, before the first byte. Whoever is
 * suppressed by now, or is held by another worker, or belongs to a campaign that was paused or cancelled, is not among
 * those handed back, and must not be sent.
 */
export async function beginGroup(
  ledger: Ledger,
  group: readonly ClaimedDelivery[],
  lease: Lease,
  now: Date,
): Promise<ClaimedDelivery[]> {
  const rowIds = group.map((delivery) => delivery.rowId);
  const ids = ledger.dialect.rowsFromJson([['id', 'integer']]);
  const rows = await ledger.transaction(async (statements) => {
    await withdrawSuppressed(statements, ledger, rowIds, now);
    return statements.rows<{ id: number }>(
      `UPDATE delivery SET state = '${transition('claimed', 'begin')}', lease_until = ?, updated_at = ?
       WHERE id IN (${ids}) AND state = 'claimed' AND lease_owner = ?
         AND campaign_id IN (SELECT id FROM campaign WHERE intent = 'run')
       RETURNING id`,
      [lease.until.getTime(), now.getTime(), JSON.stringify(rowIds.map((id) => [id])), lease.owner],
    );
  });
  const begun = new Set(rows.map((row) => row.id));
  return group.filter((delivery) => begun.has(delivery.rowId));
}
