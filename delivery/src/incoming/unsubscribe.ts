import { findDelivery, newestDeliveryTo } from '../campaigns/deliveries/find-delivery';
import type { TokenSubject } from '../campaigns/links/link-token';
import type { Language } from '@nachra/renderer';
import type { Ledger } from '../ledger';
import { suppress } from '../campaigns/suppressions';
import type { SuppressionSource } from './feedback';

/** How an unsubscribe came: the mail client's one click (RFC 8058), the page's button, or a mail to the address. */
type UnsubscribeSource = Extract<SuppressionSource, 'one-click' | 'page' | 'mail'>;

/** What an unsubscription came to. */
type Unsubscribed =
  | {
      /** `already` when the person was suppressed before. */
      result: 'unsubscribed' | 'already';
      /** That of the message; null where the ledger knows no message to the person. */
      language: Language | null;
    }
  /** The link names nobody that the ledger knows, and carries no person: a test's, or one of old mail whose ledger is lost. */
  | { result: 'unknown' };

/**
 * Unsubscribes whoever a link of ours was made for: the person is suppressed and whatever has not left is withdrawn, in one
 * write. A link that carries a person does so whatever the ledger knows: where it has lost the delivery, the person is
 * suppressed by hash alone. Idempotent by the person. Call it for a POST only: scanners follow every link with a GET.
 *
 * @param request.subject as `readLinkToken` gave it
 * @see https://www.rfc-editor.org/rfc/rfc8058
 */
export async function unsubscribe(
  ledger: Ledger,
  { subject, source, now }: { subject: TokenSubject; source: UnsubscribeSource; now: Date },
): Promise<Unsubscribed> {
  const { person } = subject;
  const delivery = await deliveryOfSubject(ledger, subject);
  if (delivery === null && person === null) return { result: 'unknown' };
  const suppressed = await suppress(ledger, {
    ...whomIn(delivery, person ?? ''),
    reason: 'unsubscribed',
    source,
    now,
    deliveryId: delivery?.rowId,
  });
  const result = suppressed === 'suppressed' ? 'unsubscribed' : 'already';
  return { result, language: delivery?.language ?? null };
}

/** Whom a delivery is to: by the hash it keeps where the address was erased. */
function whomIn(delivery: { address: string; person: string } | null, person: string) {
  if (delivery === null) return { person };
  const { address, person: own } = delivery;
  return address === '' ? { person: own } : { address };
}

/**
 * The delivery that a link was made for; where the ledger has lost it, or the link names a person alone, the newest one to the
 * same person. Null when the ledger knows neither.
 */
export async function deliveryOfSubject(
  ledger: Pick<Ledger, 'rows'>,
  { deliveryId, person }: TokenSubject,
): ReturnType<typeof findDelivery> {
  const own = deliveryId === null ? null : await findDelivery(ledger, deliveryId);
  return own ?? (person === null ? null : newestDeliveryTo(ledger, person));
}
