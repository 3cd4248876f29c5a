import { createHash } from 'node:crypto';
import type { Classification } from '../bounce';

/** Providers that report by webhook. */
const webhookProviders = ['ses', 'brevo', 'mailgun', 'postmark', 'sendgrid', 'generic'] as const;
/** One of {@link webhookProviders}. */
export type WebhookProvider = (typeof webhookProviders)[number];

/**
 * How feedback came in. Anybody can write to a mailbox, so only a message with a token of ours is believed; a provider's
 * webhook is authenticated, so the address it names is believed as well.
 */
export type FeedbackSource = 'mailbox' | WebhookProvider;

/**
 * How a suppression came to be.
 * - `one-click`, `page`, `mail`: the reader unsubscribed by the mail program's button, on the page, or by mail
 * - `smtp`: the server refused the address for good while we sent
 * - `mailbox` and the providers: a bounce or a complaint came in
 * - `desk`: a person entered it
 * - `other-address`: the same person has said stop at another address
 */
export const suppressionSources = [
  'one-click',
  'page',
  'mail',
  'smtp',
  'mailbox',
  ...webhookProviders,
  'desk',
  'other-address',
] as const;
/** One of {@link suppressionSources}. */
export type SuppressionSource = (typeof suppressionSources)[number];

/** One message or event, and what it is. */
export interface Feedback {
  /** Identity of the message or event: the same however often it arrives. */
  uid: string;
  classification: Classification;
}

/**
 * What came of it.
 * - `suppressed`: the address is not mailed any more
 * - `recorded`: on record, with no other effect for now
 * - `repeated`: already known; nothing changed
 * - `ignored`: an automatic reply, a report of success, or not understood
 * - `unverified`: not believed, because it carries nothing that only we could have written
 */
export type FeedbackResult = 'suppressed' | 'recorded' | 'repeated' | 'ignored' | 'unverified';

/** Identity of a mail: a digest of its bytes. */
export function uidOfMail(bytes: Buffer): string {
  return `mail:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Identity of an event: of its provider's own id where there is one, else of the fields that make it this event. */
export function uidOfEvent(source: WebhookProvider, ...parts: readonly unknown[]): string {
  return `${source}:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}
