import type { Ledger } from '../../ledger';
import { deliveryColumns, deliveryOf, parseDeliveryId, type Delivery, type StoredDelivery } from './delivery';

/** Finds one delivery by its public id; null when there is none. `rowId` is its number inside the ledger. */
export async function findDelivery(
  ledger: Ledger,
  id: string,
): Promise<(Delivery & { rowId: number }) | null> {
  const parsed = parseDeliveryId(id);
  if (parsed === null) return null;
  const [row] = await ledger.rows<StoredDelivery>(
    `SELECT ${deliveryColumns} FROM delivery d JOIN campaign c ON c.id = d.campaign_id WHERE d.id = ? AND c.uid = ?`,
    [parsed.rowId, parsed.campaignUid],
  );
  return row ? { ...deliveryOf(row), rowId: row.id } : null;
}
