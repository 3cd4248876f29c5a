import { z } from 'zod';
import type { Classification } from '../../bounce';
import { uidOfEvent, type Feedback } from '../feedback-sources';
import { bounceOf, clueIn, complaintOf, unsubscribeOf } from '../../bounce/provider-says';
import { credentialsOf, headerOf, isSame, jsonOf, readBatch, refused, type WebhookReader } from './webhook';

const eventSchema = z.object({
  event: z.string(),
  email: z.string().optional(),
  'message-id': z.string().optional(),
  ts_event: z.number().optional(),
  ts_epoch: z.number().optional(),
  reason: z.string().nullish(),
});
type BrevoEvent = z.infer<typeof eventSchema>;

/**
 * Brevo's transactional webhooks, one event or a batch. Brevo does not sign its requests, but sends the token it was given, or the
 * name and password from the webhook's URL.
 *
 * @param key the token, or `name:password`
 * @see https://developers.brevo.com/docs/secured-webhooks
 */
export const readBrevo: WebhookReader = (request, key) => {
  if (!isSame(credentialsOf(headerOf(request, 'authorization')), key)) return refused;
  const json = jsonOf(request.body);
  const batch = readBatch(eventSchema, Array.isArray(json) ? json : [json], 10_000);
  if ('faults' in batch) return batch;
  return { verdict: 'read', feedback: batch.events.flatMap(feedbackOf) };
};

/** The field `id` is the webhook's, not the event's. */
function feedbackOf(event: BrevoEvent): Feedback[] {
  const classification = classificationOf(event);
  if (classification === null) return [];
  const { email, ts_epoch: epoch, ts_event: seconds } = event;
  return [
    {
      uid: uidOfEvent('brevo', event.event, event['message-id'], email, epoch ?? seconds),
      classification,
    },
  ];
}

function classificationOf({ event, email: recipient, reason, ...rest }: BrevoEvent): Classification | null {
  if (recipient === undefined) return null;
  const clue = clueIn({ messageId: rest['message-id'] });
  switch (event) {
    case 'hard_bounce':
    case 'invalid_email':
      return bounceOf({ recipient, verdict: 'hard', diagnostic: reason, clue });
    case 'soft_bounce':
      return bounceOf({ recipient, verdict: 'soft', diagnostic: reason, clue });
    case 'spam':
    case 'complaint':
      return complaintOf(recipient, clue);
    case 'unsubscribed':
      return unsubscribeOf(recipient, clue);
    default:
      return null;
  }
}
