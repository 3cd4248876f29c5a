import type { Binding, Ledger } from '../../ledger';
import { containing, type PageRequest } from '../../ledger/sql';
import { isShownAs, type DeliveryState } from '../states';
import { deliveryColumns, deliveryOf, type Delivery, type StoredDelivery } from './delivery';

/** Which deliveries of a campaign: all, those of one state, those whose address contains something. */
export interface DeliveryFilter {
  state?: DeliveryState;
  /** Part of an address. */
  search?: string;
}

/** Lists a campaign's deliveries in the order they were frozen, a page at a time. */
export async function listDeliveries(
  ledger: Ledger,
  campaignId: string,
  { page, pageSize, ...filter }: PageRequest & DeliveryFilter,
): Promise<{ rows: Delivery[]; total: number }> {
  const { from, bindings } = filtered(campaignId, filter);
  const [count] = await ledger.rows<{ total: number }>(`SELECT COUNT(*) AS total ${from}`, bindings);
  const rows = await ledger.rows<StoredDelivery>(
    `SELECT ${deliveryColumns} ${from} ORDER BY d.id LIMIT ? OFFSET ?`,
    [...bindings, pageSize, (page - 1) * pageSize],
  );
  return { rows: rows.map(deliveryOf), total: Number(count?.total ?? 0) };
}

/** How many rows stand in memory at once while all are read. */
const step = 1_000;

/** All of a campaign's deliveries in the order they were frozen, read as they are asked for: a million are no burden. */
export async function* eachDelivery(
  ledger: Ledger,
  campaignId: string,
  filter: DeliveryFilter = {},
): AsyncGenerator<Delivery> {
  const { from, bindings } = filtered(campaignId, filter);
  for (let after = 0; ;) {
    const rows = await ledger.rows<StoredDelivery>(
      `SELECT ${deliveryColumns} ${from} AND d.id > ? ORDER BY d.id LIMIT ?`,
      [...bindings, after, step],
    );
    for (const row of rows) yield deliveryOf(row);
    if (rows.length < step) return;
    after = rows.at(-1)?.id ?? after;
  }
}

function filtered(
  campaignId: string,
  { state, search }: DeliveryFilter,
): { from: string; bindings: Binding[] } {
  const conditions = ['c.uid = ?'];
  const bindings: Binding[] = [campaignId];
  if (state) {
    conditions.push(isShownAs(state));
  }
  if (search?.trim()) {
    conditions.push(`d.address_key LIKE ? ESCAPE '\\'`);
    bindings.push(containing(search.trim().toLowerCase()));
  }
  return {
    from: `FROM delivery d JOIN campaign c ON c.id = d.campaign_id WHERE ${conditions.join(' AND ')}`,
    bindings,
  };
}
