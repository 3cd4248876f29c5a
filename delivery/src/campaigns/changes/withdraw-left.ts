import type { Ledger } from '../../ledger';
import { words } from '../../ledger/sql';
import { writtenAddressKey } from '../candidates/email-address';
import { statesBefore } from '../states';
import { withdrawSubscriber } from './withdraw';

/** Deliveries looked at by one statement, and subscribers asked for at once. */
const pieceSize = 2_000;

/**
 * Where some subscribers may be mailed now, by their id; who is gone, or not confirmed any more, is not among them.
 */
export type AddressesToday = (subscriberIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Withdraws what a campaign would send to whoever left, or moved to another address, while its audience was read and frozen: the
 * write that did so found no delivery yet. Called when the campaign is frozen, and before it may leave. Idempotent.
 *
 * @param campaignRow the campaign's number in the ledger
 */
export async function withdrawLeft(
  ledger: Ledger,
  campaignRow: number,
  addressesToday: AddressesToday,
  now: Date,
): Promise<void> {
  for (let last = 0; ;) {
    const rows = await ledger.rows<{ id: number; subscriber_id: string; address_key: string }>(
      `SELECT id, subscriber_id, address_key FROM delivery
       WHERE campaign_id = ? AND id > ? AND state IN (${words(statesBefore('suppress'))}) ORDER BY id LIMIT ${pieceSize}`,
      [campaignRow, last],
    );
    const today = await addressesToday(rows.map((row) => row.subscriber_id));
    for (const { subscriber_id: subscriberId, address_key: frozen } of rows) {
      const address = today.get(subscriberId) ?? null;
      if (address === null || writtenAddressKey(address) !== frozen)
        await withdrawSubscriber(ledger, { subscriberId, address }, now);
    }
    if (rows.length < pieceSize) return;
    last = rows.at(-1)?.id ?? last;
  }
}
