import type { Ledger } from './ledger';

/** An event of the ledger that is copied to a second place: a decision, or a suppression. */
export interface DecisionEvent {
  id: number;
  at: Date;
  name: string;
  /** The campaign's public id; null where the event is about none. */
  campaignId: string | null;
  data: Readonly<Record<string, unknown>>;
}

/** Events by which the ledger records what people and readers decided; what mail servers answer is not among them. */
const decisive = `(name LIKE 'delivery.decided.%' OR name NOT LIKE 'delivery.%')`;

/**
 * Decisions and suppressions after an event, oldest first, a thousand at most.
 *
 * @param after id of an event; -1 for those since the ledger was last held, or all if it never was
 */
export async function decisionsAfter(ledger: Ledger, after: number): Promise<DecisionEvent[]> {
  const since = after < 0 ? await lastHold(ledger) : after;
  const rows = await ledger.rows<EventRow>(
    `SELECT e.id, e.at, e.name, c.uid, e.data FROM event e LEFT JOIN campaign c ON c.id = e.campaign_id
     WHERE e.id > ? AND ${decisive.replaceAll('name', 'e.name')} ORDER BY e.id LIMIT 1000`,
    [since],
  );
  return rows.map(({ id, at, name, uid, data }) => ({
    id: Number(id),
    at: new Date(Number(at)),
    name,
    campaignId: uid,
    data: data === null ? {} : (JSON.parse(data) as Record<string, unknown>),
  }));
}

interface EventRow {
  id: number;
  at: number;
  name: string;
  uid: string | null;
  data: string | null;
}

async function lastHold(ledger: Ledger): Promise<number> {
  const [held] = await ledger.rows<{ id: number | null }>(
    `SELECT MAX(id) - 1 AS id FROM event WHERE name = 'ledger.held'`,
  );
  return Number(held?.id ?? 0);
}
