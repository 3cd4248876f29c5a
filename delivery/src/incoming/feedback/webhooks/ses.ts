import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { Severity } from '../../bounce';
import { uidOfEvent, type Feedback } from '../feedback-sources';
import { bounceOf, clueIn, complaintOf } from './reported';
import { jsonOf, refused, type WebhookReader } from './webhook';

const envelopeSchema = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: z.string().nullish(),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.string(),
  SubscribeURL: z.string().optional(),
  Token: z.string().optional(),
});
type Envelope = z.infer<typeof envelopeSchema>;

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

/**
 * Amazon SES, which reports through Amazon SNS. Any Amazon customer can sign messages for a topic of their own, so the
 * topic must be one of ours; the certificate is fetched from Amazon's own host, in the topic's region, and from nowhere
 * else.
 *
 * @param key the topic's ARN; several are separated by commas
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 * @see https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */
export const readSes: WebhookReader = async ({ body }, key, { fetchText }) => {
  const parsed = envelopeSchema.safeParse(jsonOf(body));
  if (!parsed.success) return refused;
  const envelope = parsed.data;
  const topics = key.split(',').map((topic) => topic.trim());
  if (!topics.includes(envelope.TopicArn)) return refused;
  const host = hostOf(envelope.TopicArn);
  if (host === null || !isCertificate(envelope.SigningCertURL, host)) return refused;
  if (!isSigned(envelope, await fetchText(envelope.SigningCertURL))) return refused;

  if (envelope.Type === 'SubscriptionConfirmation') {
    const url = envelope.SubscribeURL ?? '';
    return url.startsWith(`https://${host}/?`) ? { verdict: 'confirm', url } : refused;
  }
  if (envelope.Type === 'UnsubscribeConfirmation') return { verdict: 'read', feedback: [] };
  const message = jsonOf(envelope.Message);
  // After a new subscription SNS sends a plain-text message that says it works.
  return { verdict: 'read', feedback: message === undefined ? [] : feedbackIn(message, envelope.MessageId) };
};

function hostOf(topicArn: string): string | null {
  const [, partition, region] = /^arn:(aws|aws-cn|aws-us-gov):sns:([a-z0-9-]{4,30}):/.exec(topicArn) ?? [];
  if (region === undefined) return null;
  return `sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
}

function isCertificate(url: string, host: string): boolean {
  const start = `https://${host}/`;
  return (
    url.startsWith(start) && /^SimpleNotificationService-[0-9a-f]{1,64}\.pem$/.test(url.slice(start.length))
  );
}

const signedFields = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const satisfies Record<Envelope['Type'], readonly (keyof Envelope)[]>;

function isSigned(envelope: Envelope, certificate: string): boolean {
  const text = signedFields[envelope.Type]
    .map((name) => ({ name, value: envelope[name] }))
    .filter(({ value }) => value !== undefined && value !== null)
    .map(({ name, value }) => `${name}\n${value}\n`)
    .join('');
  const algorithm = envelope.SignatureVersion === '1' ? 'sha1' : 'sha256';
  try {
    const key = createPublicKey(certificate);
    return verify(algorithm, Buffer.from(text), key, Buffer.from(envelope.Signature, 'base64'));
  } catch {
    return false;
  }
}

function feedbackIn(message: unknown, messageId: string): Feedback[] {
  const bounced = bounceSchema.safeParse(message);
  if (bounced.success) {
    const { mail, bounce } = bounced.data;
    const refused = bounce.bouncedRecipients.filter((recipient) => !isAway(bounce, recipient));
    return refused.map(({ emailAddress, status, diagnosticCode }) => ({
      uid: uidOfEvent('ses', messageId, emailAddress),
      classification: bounceOf({
        recipient: emailAddress,
        verdict: verdictOf(bounce.bounceType, bounce.bounceSubType),
        status,
        diagnostic: diagnosticCode?.replace(/^smtp;\s*/i, ''),
        clue: clueOf(mail),
      }),
    }));
  }
  const complained = complaintSchema.safeParse(message);
  if (!complained.success || complained.data.complaint.complaintFeedbackType === 'not-spam') return [];
  return complained.data.complaint.complainedRecipients.map(({ emailAddress }) => ({
    uid: uidOfEvent('ses', messageId, emailAddress),
    classification: complaintOf(emailAddress, clueOf(complained.data.mail)),
  }));
}

/**
 * An automatic reply: SES reports one as Transient/General with nothing that a server said.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types
 */
function isAway(
  { bounceType, bounceSubType }: z.infer<typeof bounceSchema>['bounce'],
  { status, diagnosticCode }: z.infer<typeof recipientSchema>,
): boolean {
  return bounceType === 'Transient' && /^(?:General)?$/.test(bounceSubType) && !status && !diagnosticCode;
}

/** SES puts a Message-ID of its own in the place of ours; the headers as we wrote them are in the notification. */
function clueOf({ headers = [], commonHeaders }: z.infer<typeof mailSchema>) {
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
