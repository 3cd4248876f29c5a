import { readLinkToken } from '../../campaigns/links/link-token';
import type { Classification } from '../bounce';
import type { FeedbackSource } from './feedback-sources';

/** The rule of a message that came to the address for unsubscribing by mail. */
const addressedRule = 'unsubscribe-token';

/**
 * What a message is once its address can be checked. A token for unsubscribing is printed in List-Unsubscribe alone, so a
 * mail to the address that carries it asks to stop: empty, marked as an automatic reply, or read as something else. What
 * the address is called is the institution's choice and decides nothing. Pure.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2369#section-3.2
 */
export function asAddressed(
  classification: Classification,
  { source, secret }: { source: FeedbackSource; secret: string },
): Classification {
  const { delivery, kind } = classification;
  if (source !== 'mailbox' || kind === 'complaint' || delivery?.token == null) return classification;
  if (delivery.foundIn !== 'address' || !readLinkToken(secret, 'unsubscribe', delivery.token))
    return classification;
  return {
    ...classification,
    kind: 'unsubscribe',
    recipients: [],
    status: null,
    severity: null,
    rule: kind === 'unsubscribe' ? classification.rule : addressedRule,
    sentence: kind === 'unsubscribe' ? classification.sentence : '',
  };
}
