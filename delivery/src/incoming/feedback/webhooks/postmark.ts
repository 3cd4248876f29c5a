import { z } from 'zod';
import type { Classification, Severity } from '../../bounce';
import { uidOfEvent } from '../feedback-sources';
import { bounceOf, clueIn, complaintOf, unsubscribeOf } from '../../bounce/provider-says';
import { credentialsOf, headerOf, isSame, jsonOf, refused, unreadable, type WebhookReader } from './webhook';

const eventSchema = z.object({
  RecordType: z.string(),
  MessageID: z.string().nullish(),
  Type: z.string().optional(),
  Email: z.string().optional(),
  BouncedAt: z.string().optional(),
  Details: z.string().nullish(),
  /** The report itself, where the webhook is set to include it. */
  Content: z.string().nullish(),
  Recipient: z.string().optional(),
  SuppressSending: z.boolean().optional(),
  SuppressionReason: z.string().nullish(),
  ChangedAt: z.string().optional(),
});
type PostmarkEvent = z.infer<typeof eventSchema>;

/**
 * Postmark. It does not sign its requests, but sends the name and password from the webhook's URL.
 *
 * @param key `name:password`
 * @see https://postmarkapp.com/developer/webhooks/webhooks-overview#protecting-your-webhook
 */
export const readPostmark: WebhookReader = (request, key) => {
  if (!isSame(credentialsOf(headerOf(request, 'authorization')), key)) return refused;
  const parsed = eventSchema.safeParse(jsonOf(request.body));
  if (!parsed.success) return unreadable(parsed.error);
  const event = parsed.data;
  const classification = classificationOf(event);
  if (classification === null) return { verdict: 'read', feedback: [] };
  // The numeric ID is too large for a JavaScript number; these fields identify the event.
  const { RecordType, MessageID, Type, BouncedAt, ChangedAt } = event;
  const uid = uidOfEvent(
    'postmark',
    RecordType,
    MessageID,
    Type,
    classification.recipient,
    BouncedAt ?? ChangedAt,
  );
  return { verdict: 'read', feedback: [{ uid, classification }] };
};

function classificationOf(event: PostmarkEvent): Classification | null {
  const recipient = event.Email ?? event.Recipient;
  if (recipient === undefined) return null;
  const clue = clueIn({ headers: event.Content ?? '', messageId: event.MessageID });
  switch (event.RecordType) {
    case 'SpamComplaint':
      return complaintOf(recipient, clue);
    case 'SubscriptionChange':
      // A hard bounce and a complaint have an event of their own.
      return event.SuppressSending === true && event.SuppressionReason === 'ManualSuppression'
        ? unsubscribeOf(recipient, clue)
        : null;
    case 'Bounce': {
      if (event.Type === 'Unsubscribe') return unsubscribeOf(recipient, clue);
      if (event.Type === 'SpamComplaint') return complaintOf(recipient, clue);
      const verdict = verdicts[event.Type ?? ''];
      return verdict === undefined ? null : bounceOf({ recipient, verdict, diagnostic: event.Details, clue });
    }
    default:
      return null;
  }
}

/** @see https://postmarkapp.com/developer/api/bounce-api#bounce-types; automatic replies and the like are not here. */
const verdicts: Record<string, Severity> = {
  HardBounce: 'hard',
  BadEmailAddress: 'hard',
  Transient: 'soft',
  SoftBounce: 'soft',
  DnsError: 'soft',
  Undeliverable: 'unknown',
  Unknown: 'unknown',
  SpamNotification: 'policy',
  Blocked: 'policy',
  DMARCPolicy: 'policy',
  VirusNotification: 'content',
};
