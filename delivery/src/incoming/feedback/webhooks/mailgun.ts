import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Classification, Severity } from '../../bounce';
import { uidOfEvent } from '../feedback-sources';
import { bounceOf, clueIn, complaintOf, unsubscribeOf } from '../../bounce/provider-says';
import { isSame, jsonOf, refused, unreadable, type WebhookReader } from './webhook';

/** Mailgun tries again for eight hours, and may do so with the signature it made first. */
const longestAgeMs = 9 * 3_600_000;

const signatureSchema = z.object({
  signature: z.object({
    timestamp: z.coerce.string().regex(/^\d{1,12}$/),
    token: z.string().min(20).max(100),
    signature: z.string(),
  }),
});
const eventSchema = z.object({
  'event-data': z.object({
    event: z.string(),
    id: z.string(),
    recipient: z.string().optional(),
    severity: z.string().optional(),
    reason: z.string().optional(),
    'delivery-status': z
      .object({
        message: z.string().nullish(),
        description: z.string().nullish(),
        'enhanced-code': z.string().nullish(),
      })
      .optional(),
    message: z.object({ headers: z.object({ 'message-id': z.string().optional() }).optional() }).optional(),
  }),
});
type MailgunEvent = z.infer<typeof eventSchema>['event-data'];

/**
 * Mailgun. Its signature covers a timestamp and a token and not the event, so a token is taken once, or again for the
 * same event.
 *
 * @param key the domain's “HTTP webhook signing key”
 * @see https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks
 */
export const readMailgun: WebhookReader = async ({ body }, key, { now, isFirstUse }) => {
  const json = jsonOf(body);
  const signed = signatureSchema.safeParse(json);
  if (!signed.success) return refused;
  const { timestamp, token, signature } = signed.data.signature;
  const expected = createHmac('sha256', key).update(`${timestamp}${token}`).digest('hex');
  if (!isSame(signature, expected)) return refused;
  const signedAt = Number(timestamp) * 1000;
  if (Math.abs(now.getTime() - signedAt) > longestAgeMs) return refused;
  const expiresAt = new Date(signedAt + longestAgeMs);
  if (!(await isFirstUse(token, body.toString(), expiresAt))) return refused;

  const parsed = eventSchema.safeParse(json);
  if (!parsed.success) return unreadable(parsed.error);
  const event = parsed.data['event-data'];
  const classification = classificationOf(event);
  const feedback = classification ? [{ uid: uidOfEvent('mailgun', event.id), classification }] : [];
  return { verdict: 'read', feedback };
};

function classificationOf(event: MailgunEvent): Classification | null {
  const { recipient, reason = '', 'delivery-status': status } = event;
  if (recipient === undefined) return null;
  const clue = clueIn({ messageId: event.message?.headers?.['message-id'] });
  if (event.event === 'complained' || reason === 'suppress-complaint') return complaintOf(recipient, clue);
  if (event.event === 'unsubscribed' || reason === 'suppress-unsubscribe')
    return unsubscribeOf(recipient, clue);
  // Mailgun retries temporary refusals itself and reports when it gives up.
  if (event.event !== 'failed' || event.severity !== 'permanent') return null;
  return bounceOf({
    recipient,
    verdict: verdicts[reason] ?? 'unknown',
    status: status?.['enhanced-code'],
    diagnostic: status?.message || status?.description,
    clue,
  });
}

const verdicts: Record<string, Severity> = {
  bounce: 'hard',
  'suppress-bounce': 'hard',
  old: 'soft',
  greylisted: 'soft',
  espblock: 'policy',
};
