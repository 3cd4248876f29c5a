import type { Ledger } from '../../ledger';
import { words } from '../../ledger/sql';
import { statesBefore } from '../states';
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

/** As the two indexes say it. */
const waits = `state IN (${words(statesBefore('suppress'))})`;
const hasBegun = `state NOT IN (${words(statesBefore('suppress'))})`;

/**
 * Finds the newest delivery to a person; null when there is none. Each half is answered by its own index, so that an old link costs
 * nothing where the ledger knows nobody of that name; a freeze writes only to the one of what waits.
 */
export async function newestDeliveryTo(ledger: Pick<Ledger, 'rows'>, person: string): Promise<Found | null> {
  const [row] = await ledger.rows<StoredDelivery>(
    `SELECT ${deliveryColumns} FROM delivery d JOIN campaign c ON c.id = d.campaign_id
     WHERE d.id = (SELECT MAX(id) FROM (
       SELECT MAX(id) AS id FROM delivery WHERE person = ? AND ${waits}
       UNION ALL SELECT MAX(id) FROM delivery WHERE person = ? AND ${hasBegun}) AS newest)`,
    [person, person],
  );
  return row ? { ...deliveryOf(row), rowId: row.id } : null;
}
