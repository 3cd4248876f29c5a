import { normaliseAddress } from '../../campaigns/candidates';
import type { Classification } from '../bounce';
import { findDelivery, newestDeliveryTo } from '../../campaigns/deliveries/find-delivery';
import type { Ledger } from '../../ledger';
import { readLinkToken, type TokenSubject } from '../../campaigns/links/link-token';
import { personIn } from '../../campaigns/links/person-hash';
import type { FeedbackSource } from './feedback-sources';

/** The person that feedback is about. */
export interface Whom {
  /** As `personHash` names them. */
  person: string;
  /** Null where a token of ours names a person whom the ledger knows no address of, or who was erased. */
  address: string | null;
  /** The message it is about, where that is known. */
  delivery: { rowId: number; subscriberId: string } | null;
}

/**
 * Finds the person that feedback is about; null when nothing proves who it is.
 *
 * A token of ours is proof: the address is then the one we mailed, even if a forwarding server names another, and the person
 * is known even where the ledger has lost the delivery. A Message-ID in a mail proves nothing, because anybody can write one.
 * A provider's Message-ID is believed if that delivery went to the address the provider names; otherwise only the address is.
 */
export async function personOf(
  ledger: Ledger,
  { delivery: clue, recipient }: Classification,
  { source, secret }: { source: FeedbackSource; secret: string },
): Promise<Whom | null> {
  if (clue?.token) {
    // The purpose was guessed from the name of the address, which an institution chooses freely: try both.
    const subject =
      readLinkToken(secret, 'bounce', clue.token) ?? readLinkToken(secret, 'unsubscribe', clue.token);
    const whom = subject && (await personOfToken(ledger, subject));
    if (whom) return whom;
  }
  if (source === 'mailbox' || recipient === null) return null;
  const address = normaliseAddress(recipient);
  if (address === null) return null;
  const person = personIn(ledger, address);
  const named = clue?.deliveryId ? await findDelivery(ledger, clue.deliveryId) : null;
  const isTheirs = named !== null && nameOf(ledger, named) === person;
  return { person, address, delivery: isTheirs ? named : null };
}

/** By today's key, where the address was not erased. */
function nameOf(ledger: Ledger, { address, person }: { address: string; person: string }): string {
  return address === '' ? person : personIn(ledger, address);
}

async function personOfToken(ledger: Ledger, { deliveryId, person }: TokenSubject): Promise<Whom | null> {
  const delivery = deliveryId === null ? null : await findDelivery(ledger, deliveryId);
  if (delivery !== null)
    return { person: nameOf(ledger, delivery), address: delivery.address || null, delivery };
  if (person === null) return null;
  // Which of their messages it is about is not said, so none is settled by it.
  const newest = await newestDeliveryTo(ledger, person);
  return { person, address: newest?.address || null, delivery: null };
}
