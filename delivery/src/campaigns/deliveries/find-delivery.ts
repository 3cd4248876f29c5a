import type { Ledger } from '../../ledger';
import { deliveryColumns, deliveryOf, parseDeliveryId, type Delivery, type StoredDelivery } from './delivery';

type Found = Delivery & { /** Its number inside the ledger. */ rowId: number };

/** Finds one delivery by its public id; null when there is none. */
export async function findDelivery(ledger: Pick<Ledger, 'rows'>, id: string): Promise<Found | null> {
  const parsed = parseDeliveryId(id);
  if (parsed === null) return null;
  const [row] = await ledger.rows<StoredDelivery>(
    `SELECT ${deliveryColumns} FROM delivery d JOIN campaign c ON c.id = d.campaign_id WHERE d.id = ? AND c.uid = ?`,
    [parsed.rowId, parsed.campaignUid],
  );
  return row ? { ...deliveryOf(row), rowId: row.id } : null;
}

/**
 * Finds the newest delivery to a person; null when there is none. Without an index, which would slow down every freeze: it reads
 * from the newest on, where somebody who has just been mailed soon stands, and is asked once for a reader who leaves.
 */
export async function newestDeliveryTo(ledger: Pick<Ledger, 'rows'>, person: string): Promise<Found | null> {
  const [row] = await ledger.rows<StoredDelivery>(
    `SELECT ${deliveryColumns} FROM delivery d JOIN campaign c ON c.id = d.campaign_id
     WHERE d.person = ? ORDER BY d.id DESC LIMIT 1`,
    [person],
  );
  return row ? { ...deliveryOf(row), rowId: row.id } : null;
}
