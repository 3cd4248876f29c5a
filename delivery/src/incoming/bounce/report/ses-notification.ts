import { z } from 'zod';
import type { Classification, DeliveryClue, Severity } from '../classification';
import { bounceOf, clueIn, complaintOf } from '../provider-says';

const recipientSchema = z.object({
  emailAddress: z.string(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
});
const mailSchema = z.object({
  headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  commonHeaders: z.object({ messageId: z.string().optional() }).optional(),
});
const bounceSchema = z.object({
  mail: mailSchema,
  bounce: z.object({
    bounceType: z.string(),
    bounceSubType: z.string().default(''),
    bouncedRecipients: z.array(recipientSchema),
  }),
});
const complaintSchema = z.object({
  mail: mailSchema,
  complaint: z.object({
    complainedRecipients: z.array(z.object({ emailAddress: z.string() })),
    complaintFeedbackType: z.string().nullish(),
  }),
});
/** What Amazon SNS wraps a notification in, where it posts it and where it mails it as JSON. */
const envelopeSchema = z.object({ Type: z.literal('Notification'), Message: z.string() });

/**
 * Reads a notification of Amazon SES, whichever way it came: one classification for each address that it names. An automatic
 * reply, which SES reports as a bounce, is one here too. Null where it is no bounce and no complaint. Pure.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */
export function readSesNotification(message: unknown): Classification[] | null {
  const bounced = bounceSchema.safeParse(message);
  if (bounced.success) {
    const { mail, bounce } = bounced.data;
    const clue = clueOf(mail);
    return bounce.bouncedRecipients.map((recipient) =>
      isAway(bounce, recipient) ? awayOf(recipient.emailAddress, clue) : refusalOf(bounce, recipient, clue),
    );
  }
  const complained = complaintSchema.safeParse(message);
  if (!complained.success) return null;
  const { complaint, mail } = complained.data;
  if (complaint.complaintFeedbackType === 'not-spam') return [];
  return complaint.complainedRecipients.map(({ emailAddress }) => complaintOf(emailAddress, clueOf(mail)));
}

/**
 * Finds a notification in a mail of Amazon SNS: JSON, bare or in its envelope, with a line on how to end the subscription below.
 * It says who the message was for, and proves nothing by itself: anybody can write one. Pure.
 */
export function sesNotificationIn(said: string): Classification[] | null {
  if (!/^\s{0,40}\{/.test(said)) return null;
  const message = parsed(said.slice(0, said.lastIndexOf('}') + 1));
  const wrapped = envelopeSchema.safeParse(message);
  return readSesNotification(wrapped.success ? parsed(wrapped.data.Message) : message);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Bounce = z.infer<typeof bounceSchema>['bounce'];
type Recipient = z.infer<typeof recipientSchema>;

function refusalOf(bounce: Bounce, recipient: Recipient, clue: DeliveryClue | null): Classification {
  return bounceOf({
    recipient: recipient.emailAddress,
    verdict: verdictOf(bounce.bounceType, bounce.bounceSubType),
    status: recipient.status,
    diagnostic: recipient.diagnosticCode?.replace(/^smtp;\s*/i, ''),
    clue,
  });
}

/** An automatic reply: Transient/General with nothing that a server said. */
function isAway({ bounceType, bounceSubType }: Bounce, { status, diagnosticCode }: Recipient): boolean {
  return bounceType === 'Transient' && /^(?:General)?$/.test(bounceSubType) && !status && !diagnosticCode;
}

function awayOf(recipient: string, delivery: DeliveryClue | null): Classification {
  const nothing = { recipients: [], status: null, severity: null, sentence: '' };
  return { ...nothing, kind: 'auto-reply', recipient, delivery, rule: 'provider-auto-reply' };
}

/** SES puts a Message-ID of its own in the place of ours; the headers as we wrote them are in the notification. */
function clueOf({ headers = [], commonHeaders }: z.infer<typeof mailSchema>): DeliveryClue | null {
  return clueIn({
    headers: headers.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    messageId: commonHeaders?.messageId,
  });
}

function verdictOf(type: string, subType: string): Severity {
  if (/MessageTooLarge|ContentRejected|AttachmentRejected/.test(subType)) return 'content';
  if (type === 'Permanent') return 'hard';
  return type === 'Transient' ? 'soft' : 'unknown';
}
