import { deliveryId } from '../../campaigns/deliveries/delivery';
import type { Language } from '../../language';
import type { Ledger } from '../../ledger';
import { words } from '../../ledger/sql';
import { statesBefore, transition } from '../../campaigns/states';
import type { ClaimedDelivery, Lease } from '../../campaigns/deliveries/claimed';

interface DueCampaign {
  id: number;
  uid: string;
}

interface ClaimedRow {
  id: number;
  address: string;
  first_name: string | null;
  language: string;
  attempts: number;
}

/**
 * Takes up to `limit` deliveries that are due, of the campaign that began first, under a lease. One statement picks and
 * takes them, so two workers never hold the same one.
 *
 * @returns nothing when nothing is due
 */
export async function claimChunk(
  ledger: Ledger,
  lease: Lease,
  limit: number,
  now: Date,
): Promise<ClaimedDelivery[]> {
  const campaign = await firstDue(ledger, now);
  if (campaign === null) return [];
  const rows = await ledger.rows<ClaimedRow>(
    // Materialized: a planner that ran the picking once for each row would take more than the limit.
    `WITH picked AS MATERIALIZED (
       SELECT id FROM delivery
       WHERE campaign_id = ? AND state IN (${words(statesBefore('claim'))}) AND next_attempt_at <= ?
       ORDER BY next_attempt_at, id LIMIT ? ${ledger.dialect.skipLocked}
     )
     UPDATE delivery SET state = '${transition('queued', 'claim')}', lease_owner = ?, lease_until = ${ledger.dialect.now} + ?, updated_at = ?
     WHERE id IN (SELECT id FROM picked)
     RETURNING id, address, first_name, language, attempts`,
    [campaign.id, now.getTime(), limit, lease.owner, lease.ms, now.getTime()],
  );
  return rows
    .sort((a, b) => a.id - b.id)
    .map((row) => ({
      rowId: row.id,
      campaignRow: campaign.id,
      campaignId: campaign.uid,
      deliveryId: deliveryId(campaign.uid, row.id),
      address: row.address,
      ...(row.first_name === null ? {} : { firstName: row.first_name }),
      language: row.language as Language,
      attempts: row.attempts,
    }));
}

async function firstDue(ledger: Ledger, now: Date): Promise<DueCampaign | null> {
  const [campaign] = await ledger.rows<DueCampaign>(
    `SELECT c.id, c.uid FROM campaign c
     WHERE c.intent = 'run' AND c.start_at <= ? AND EXISTS (
       SELECT 1 FROM delivery d
       WHERE d.campaign_id = c.id AND d.state IN (${words(statesBefore('claim'))}) AND d.next_attempt_at <= ?
     )
     ORDER BY c.start_at, c.id LIMIT 1`,
    [now.getTime(), now.getTime()],
  );
  return campaign ?? null;
}
