import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { FeedbackKind } from '../../../campaigns/suppressions/suppression-record';
import type { Classification, Severity } from '../../bounce';
import { uidOfEvent, type Feedback } from '../feedback-sources';
import { bounceOf, clueIn, complaintOf, unsubscribeOf } from '../../bounce/provider-says';
import { headerOf, jsonOf, readBatch, refused, type WebhookReader } from './webhook';

const eventSchema = z.object({
  event: z.string(),
  email: z.string().optional(),
  sg_event_id: z.string(),
  'smtp-id': z.string().optional(),
  type: z.string().optional(),
  status: z.string().nullish(),
  reason: z.string().nullish(),
  bounce_classification: z.string().nullish(),
});
type SendGridEvent = z.infer<typeof eventSchema>;

/**
 * Twilio SendGrid's signed event webhook: ECDSA over the timestamp and the bytes of the body.
 *
 * @param key the “verification key” of the webhook, as SendGrid shows it
 * @see https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 */
export const readSendGrid: WebhookReader = (request, key) => {
  const signature = headerOf(request, 'x-twilio-email-event-webhook-signature');
  const timestamp = headerOf(request, 'x-twilio-email-event-webhook-timestamp');
  if (signature === '' || !isSigned(Buffer.concat([Buffer.from(timestamp), request.body]), signature, key))
    return refused;
  const batch = readBatch(eventSchema, jsonOf(request.body), 10_000);
  if ('faults' in batch) return batch;
  return { verdict: 'read', feedback: batch.events.flatMap(feedbackOf) };
};

function isSigned(content: Buffer, signature: string, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify('sha256', content, publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function feedbackOf(event: SendGridEvent): Feedback[] {
  const classification = classificationOf(event);
  return classification ? [{ uid: uidOfEvent('sendgrid', event.sg_event_id), classification }] : [];
}

function classificationOf(event: SendGridEvent): Classification | null {
  const { email: recipient, reason } = event;
  if (recipient === undefined) return null;
  const clue = clueIn({ messageId: event['smtp-id'] });
  switch (event.event) {
    case 'spamreport':
      return complaintOf(recipient, clue);
    case 'unsubscribe':
    case 'group_unsubscribe':
      return unsubscribeOf(recipient, clue);
    case 'dropped':
      switch (dropReasons[reason?.toLowerCase() ?? '']) {
        case 'complaint':
          return complaintOf(recipient, clue);
        case 'unsubscribe':
          return unsubscribeOf(recipient, clue);
        case 'bounce':
          return bounceOf({ recipient, verdict: 'hard', diagnostic: reason, clue });
        default:
          return null;
      }
    case 'bounce':
      return bounceOf({
        recipient,
        verdict: verdictOf(event),
        status: event.status,
        diagnostic: reason,
        clue,
      });
    default:
      return null;
  }
}

/**
 * The documented values of `reason` in a `dropped` event, in lower case, that say something about the address. SendGrid
 * gives no code beside them. The others (spam content, an invalid header, a used-up package) are about the message or the
 * account.
 *
 * @see https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event#dropped
 */
const dropReasons: Record<string, FeedbackKind> = {
  'bounced address': 'bounce',
  invalid: 'bounce',
  'spam reporting address': 'complaint',
  'unsubscribed address': 'unsubscribe',
};

const verdicts: Record<string, Severity> = {
  'Invalid Address': 'hard',
  'Mailbox Unavailable': 'soft',
  Technical: 'soft',
  Content: 'content',
  Reputation: 'policy',
  'Frequency/Volume': 'policy',
};

function verdictOf({ bounce_classification: classification, type }: SendGridEvent): Severity {
  const verdict = verdicts[classification ?? ''];
  return verdict ?? (type === 'blocked' ? 'policy' : 'unknown');
}
