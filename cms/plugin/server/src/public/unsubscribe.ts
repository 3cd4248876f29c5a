import { findDelivery, readLinkToken, unsubscribe, type Delivery, type Ledger } from '@nachra/delivery';

/** What the unsubscribe pages work with. */
export interface UnsubscribeDependencies {
  ledger: Ledger;
  linkSecret: string;
  now: () => Date;
}

/** The delivery that an unsubscribe link was made for; null when the link is forged, cut off or from another ledger. */
export async function deliveryOfLink(
  { ledger, linkSecret }: UnsubscribeDependencies,
  token: string,
): Promise<Delivery | null> {
  const deliveryId = readLinkToken(linkSecret, 'unsubscribe', token);
  return deliveryId === null ? null : findDelivery(ledger, deliveryId);
}

/**
 * Does what the link says: the address is suppressed and nothing more leaves for it. Idempotent: a second press, or the
 * mail client's click after the page's, changes nothing and is answered like the first.
 *
 * @param body of the request: a mail client posts `List-Unsubscribe=One-Click`
 * @returns `unknown` when the delivery is gone
 * @see https://www.rfc-editor.org/rfc/rfc8058#section-3.2
 */
export function unsubscribeByLink(
  { ledger, now }: UnsubscribeDependencies,
  delivery: Delivery,
  body: unknown,
): Promise<'unsubscribed' | 'already' | 'unknown'> {
  const source = isOneClick(body) ? 'one-click' : 'page';
  return unsubscribe(ledger, { deliveryId: delivery.id, source, now: now() });
}

function isOneClick(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const value: unknown = Reflect.get(body, 'List-Unsubscribe');
  return typeof value === 'string' && value.toLowerCase() === 'one-click';
}

/** An address that its owner recognises and nobody else can read off a shoulder: `s••••@example.org`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '' : `${address.slice(0, 1)}••••${address.slice(at)}`;
}
