import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { readSesNotification } from '../../bounce/report/ses-notification';
import { uidOfEvent, type Feedback } from '../feedback-sources';
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
  return (readSesNotification(message) ?? []).flatMap((classification) =>
    classification.kind === 'auto-reply' || classification.recipient === null
      ? []
      : [{ uid: uidOfEvent('ses', messageId, classification.recipient), classification }],
  );
}
