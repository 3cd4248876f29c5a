import { addressKey, normaliseAddress } from '../../campaigns/candidates';
import type { Classification } from '../bounce';
import { findDelivery } from '../../campaigns/deliveries/find-delivery';
import type { Ledger } from '../../ledger';
import { readLinkToken } from '../unsubscribe';
import type { FeedbackSource } from './feedback';

/** Whom feedback is about. */
export interface Whom {
  address: string;
  delivery: { rowId: number; subscriberId: string } | null;
}

/**
 * Finds the person feedback is about, or null when nothing proves it.
 *
 * A token of ours proves it: the address is then the one we mailed, even where a forwarding server names another. A
 * Message-ID proves nothing in a mail, for anybody can write one; from a provider it is believed where the delivery is
 * to the address the provider names, and the address alone where there is no such delivery.
 */
export async function whomItIsAbout(
  ledger: Ledger,
  { delivery: clue, recipient }: Classification,
  { source, secret }: { source: FeedbackSource; secret: string },
): Promise<Whom | null> {
  if (clue?.token) {
    // What a token is for is guessed from the address it stands in, and an institution names its addresses as it likes.
    const id =
      readLinkToken(secret, 'bounce', clue.token) ?? readLinkToken(secret, 'unsubscribe', clue.token);
    const delivery = id === null ? null : await findDelivery(ledger, id);
    if (delivery) return { address: delivery.address, delivery };
  }
  if (source === 'mailbox' || recipient === null) return null;
  const address = normaliseAddress(recipient);
  if (address === null) return null;
  const named = clue ? await findDelivery(ledger, clue.deliveryId) : null;
  const isTheirs = named !== null && addressKey(named.address) === addressKey(address);
  return { address, delivery: isTheirs ? named : null };
}
