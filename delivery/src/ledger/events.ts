import type { Statements } from './ledger';

/** One line of the ledger's append-only log. `name` is dotted and permanent; `data` holds no address. */
interface LedgerEvent {
  name: string;
  at: Date;
  campaignId?: number;
  deliveryId?: number;
  data?: Record<string, string | number | boolean | null>;
}

/** Appends one event. Not idempotent by itself: call it in the transaction of what it records. */
export async function appendEvent(statements: Statements, event: LedgerEvent): Promise<void> {
  await statements.run(
    'INSERT INTO event (at, name, campaign_id, delivery_id, data) VALUES (?, ?, ?, ?, ?)',
    [
      event.at.getTime(),
      event.name,
      event.campaignId ?? null,
      event.deliveryId ?? null,
      event.data ? JSON.stringify(event.data) : null,
    ],
  );
}
