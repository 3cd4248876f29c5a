import type { Ledger, Statements } from '../../ledger';
import { transition } from '../../campaigns/states';
import type { ClaimedDelivery, Lease } from '../../campaigns/deliveries/claimed';
import { withdrawSuppressed } from './withdraw-suppressed';

/**
 * Writes the intent: these messages are about to leave. Within a transaction, which has to be over before the first byte.
 * Whoever is suppressed by now, or is held by another worker, or belongs to a campaign that was paused or cancelled, is
 * not among those handed back, and must not be sent.
 */
export async function beginGroup(
  statements: Statements,
  ledger: Ledger,
  group: readonly ClaimedDelivery[],
  lease: Lease,
  now: Date,
): Promise<ClaimedDelivery[]> {
  if (group.length === 0) return [];
  const rowIds = group.map((delivery) => delivery.rowId);
  const ids = ledger.dialect.rowsFromJson([['id', 'integer']]);
  const rows = await statements.rows<{ id: number }>(
    `UPDATE delivery SET state = '${transition('claimed', 'begin')}', lease_until = ${ledger.dialect.now} + ?, updated_at = ?
     WHERE id IN (${ids}) AND state = 'claimed' AND lease_owner = ?
       AND campaign_id IN (SELECT id FROM campaign WHERE intent = 'run')
       AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.address = delivery.address_key AND s.lifted_at IS NULL)
     RETURNING id`,
    [lease.ms, now.getTime(), JSON.stringify(rowIds.map((id) => [id])), lease.owner],
  );
  const begun = new Set(rows.map((row) => row.id));
  // Seldom: whoever was held back because of a suppression need not stay claimed until the chunk ends.
  const heldBack = rowIds.filter((id) => !begun.has(id));
  if (heldBack.length > 0) await withdrawSuppressed(statements, ledger, heldBack, now);
  return group.filter((delivery) => begun.has(delivery.rowId));
}
