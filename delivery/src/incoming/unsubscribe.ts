import { findDelivery } from '../campaigns/deliveries/find-delivery';
import type { Language } from '@nachra/renderer';
import type { Ledger } from '../ledger';
import { suppress } from '../campaigns/suppressions';
import type { SuppressionSource } from './feedback';

/** How an unsubscribe came: the mail client's one click (RFC 8058), the page's button, or a mail to the address. */
type UnsubscribeSource = Extract<SuppressionSource, 'one-click' | 'page' | 'mail'>;

/**
 * Unsubscribes the recipient of a delivery: the address is suppressed and whatever has not left is withdrawn, in one
 * write. Idempotent by the address. Call it for a POST only: scanners follow every link with a GET.
 *
 * @param request.deliveryId as {@link readLinkToken} gave it
 * @returns `already` when the address was suppressed before; `unknown` when the ledger has no such delivery; `language` is
 *   that of the message
 * @see https://www.rfc-editor.org/rfc/rfc8058
 */
export async function unsubscribe(
  ledger: Ledger,
  request: { deliveryId: string; source: UnsubscribeSource; now: Date },
): Promise<{ result: 'unsubscribed' | 'already'; language: Language } | { result: 'unknown' }> {
  const delivery = await findDelivery(ledger, request.deliveryId);
  if (delivery === null) return { result: 'unknown' };
  const suppressed = await suppress(ledger, {
    address: delivery.address,
    reason: 'unsubscribed',
    source: request.source,
    now: request.now,
    deliveryId: delivery.rowId,
  });
  const result = suppressed === 'suppressed' ? 'unsubscribed' : 'already';
  return { result, language: delivery.language };
}
