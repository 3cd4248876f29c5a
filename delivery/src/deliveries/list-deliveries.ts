import type { Binding, Ledger } from '../ledger';
import { containing } from '../ledger/sql';
import type { DeliveryState } from '../states';
import type { PageRequest } from '../suppression';
import { deliveryColumns, deliveryOf, type Delivery, type DeliveryRow } from './delivery';

/** Lists a campaign's deliveries in the order they were frozen: all, or those of one state, or of matching addresses. */
export async function listDeliveries(
  ledger: Ledger,
  campaignId: string,
  { state, search, page, pageSize }: PageRequest & { state?: DeliveryState },
): Promise<{ rows: Delivery[]; total: number }> {
  const conditions = ['c.uid = ?'];
  const bindings: Binding[] = [campaignId];
  if (state) {
    conditions.push('d.state = ?');
    bindings.push(state);
  }
  if (search?.trim()) {
    conditions.push(`d.address_key LIKE ? ESCAPE '\\'`);
    bindings.push(containing(search.trim().toLowerCase()));
  }
  const from = `FROM delivery d JOIN campaign c ON c.id = d.campaign_id WHERE ${conditions.join(' AND ')}`;
  const [count] = await ledger.rows<{ total: number }>(`SELECT COUNT(*) AS total ${from}`, bindings);
  const rows = await ledger.rows<DeliveryRow>(
    `SELECT ${deliveryColumns} ${from} ORDER BY d.id LIMIT ? OFFSET ?`,
    [...bindings, pageSize, (page - 1) * pageSize],
  );
  return { rows: rows.map(deliveryOf), total: Number(count?.total ?? 0) };
}
