import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { feedbackKinds } from '../../../campaigns/suppressions/suppression-record';
import type { Classification } from '../../bounce';
import { severities } from '../../bounce/classification';
import { uidOfEvent } from '../feedback-sources';
import { bounceOf, clueIn, complaintOf, unsubscribeOf } from '../../bounce/provider-says';
import { headerOf, isSame, jsonOf, readBatch, refused, type WebhookReader } from './webhook';

const longestAgeMs = 5 * 60_000;

/** One event of the generic webhook; documented in `docs/bounces.md`. */
const eventSchema = z.object({
  id: z.string().min(1).max(200),
  type: z.enum(feedbackKinds),
  recipient: z.string().min(3).max(320),
  severity: z.enum(severities).default('unknown'),
  status: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
    .optional(),
  reason: z.string().max(2_000).optional(),
  messageId: z.string().max(500).optional(),
});
type GenericEvent = z.infer<typeof eventSchema>;

/**
 * Any other server: a JSON array of events, signed with `X-Nachra-Signature: t=<seconds>,v1=<hex>`, where the second is
 * HMAC-SHA256 over `<seconds>.<body>`.
 *
 * @param key the secret both sides have
 */
export const readGeneric: WebhookReader = (request, key, { now }) => {
  const [, seconds, given] =
    /^t=(\d{1,12}),\s?v1=([0-9a-f]{64})$/i.exec(headerOf(request, 'x-nachra-signature')) ?? [];
  if (seconds === undefined || given === undefined) return refused;
  const expected = createHmac('sha256', key).update(`${seconds}.`).update(request.body).digest('hex');
  if (!isSame(given.toLowerCase(), expected)) return refused;
  if (Math.abs(now.getTime() - Number(seconds) * 1000) > longestAgeMs) return refused;
  const batch = readBatch(eventSchema, jsonOf(request.body), 1_000);
  if ('faults' in batch) return batch;
  const feedback = batch.events.map((event) => ({
    uid: uidOfEvent('generic', event.id),
    classification: classificationOf(event),
  }));
  return { verdict: 'read', feedback };
};

function classificationOf(event: GenericEvent): Classification {
  const { type, recipient, severity, status, reason } = event;
  const clue = clueIn({ messageId: event.messageId });
  if (type === 'complaint') return complaintOf(recipient, clue, reason);
  if (type === 'unsubscribe') return unsubscribeOf(recipient, clue, reason);
  return bounceOf({ recipient, verdict: severity, status, diagnostic: reason, clue });
}
