import { addressKey, normaliseAddress } from '../../campaigns/candidates';
import type { Classification } from '../bounce';
import { findDelivery } from '../../campaigns/deliveries/find-delivery';
import type { Ledger } from '../../ledger';
import { readLinkToken } from '../../campaigns/links/link-token';
import type { FeedbackSource } from './feedback-sources';

/** The person that feedback is about. */
export interface Whom {
  address: string;
  delivery: { rowId: number; subscriberId: string } | null;
}

/**
 * Finds the person that feedback is about; null when nothing proves who it is.
 *
 * A token of ours is proof: the address is then the one we mailed, even if a forwarding server names another. A
 * Message-ID in a mail proves nothing, because anybody can write one. A provider's Message-ID is believed if that delivery
 * went to the address the provider names; otherwise only the address is.
 */
export async function personOf(
  ledger: Ledger,
  { delivery: clue, recipient }: Classification,
  { source, secret }: { source: FeedbackSource; secret: string },
): Promise<Whom | null> {
  if (clue?.token) {
    // The purpose was guessed from the name of the address, which an institution chooses freely: try both.
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
