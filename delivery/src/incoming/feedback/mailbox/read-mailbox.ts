import type { ImapFlow } from 'imapflow';
import { DeliveryError } from '../../../errors';
import { classifyMessage, type Classification } from '../../bounce';
import { readLinkToken } from '../../../campaigns/links/link-token';
import type { Ledger } from '../../../ledger';
import { uidOfMail, type FeedbackResult } from '../feedback-sources';
import { recordFeedback } from '../record-feedback';
import { fetchAccessToken } from './access-token';
import { mailboxError } from './mailbox-error';
import type { MailboxSettings } from './mailbox-settings';

export interface MailboxDependencies {
  ledger: Ledger;
  /** Key of the tokens' HMAC (`NACHRA_LINK_SECRET`). */
  secret: string;
  now: () => Date;
  signal: AbortSignal;
}

/** How many messages of one visit had each result. */
type MailboxVisit = Record<FeedbackResult, number>;

/** How many bytes of a message are fetched: the classifier reads no more. */
const longestRead = 768 * 1024;

/**
 * Reads every message in the folder, acts on it, and moves it: to `Nachra/Done`, or, for a person to read, to `Nachra/Not
 * understood` when it could not be understood or believed. Nothing is deleted.
 *
 * Idempotent by message: it is recorded before it is moved, so a message that turns up again (after a crash in between, or
 * because a second worker reads too) changes nothing and is moved.
 *
 * @throws {DeliveryError} one of the codes that begin with `MAILBOX_`; the message names the setting, never a password or a token
 */
export async function readMailbox(
  settings: MailboxSettings,
  dependencies: MailboxDependencies,
): Promise<MailboxVisit> {
  const visit: MailboxVisit = { suppressed: 0, recorded: 0, repeated: 0, ignored: 0, unverified: 0 };
  const token = settings.oauth && (await fetchAccessToken(settings.oauth));
  const client = await clientFor(settings, token);
  // The promise that fails reports the error too; without a listener the event would end the process.
  client.on('error', () => undefined);
  const end = (): void => client.close();
  dependencies.signal.addEventListener('abort', end, { once: true });
  let isRecording = false;
  let unmoved = 0;
  try {
    await client.connect();
    const done = (await client.mailboxCreate(['Nachra', 'Done'])).path;
    const unclear = (await client.mailboxCreate(['Nachra', 'Not understood'])).path;
    await client.mailboxOpen(settings.folder);
    for (const uid of (await client.search({ all: true }, { uid: true })) || []) {
      if (dependencies.signal.aborted) break;
      const message = await client.fetchOne(
        String(uid),
        { uid: true, source: { start: 0, maxLength: longestRead } },
        { uid: true },
      );
      // Another worker has moved it in the meantime.
      if (!message || !message.source) continue;
      isRecording = true;
      const { result, isClear } = await handle(message.source, dependencies);
      isRecording = false;
      visit[result] += 1;
      const moved = await client.messageMove(String(uid), isClear ? done : unclear, { uid: true });
      if (moved === false) unmoved += 1;
    }
    await client.logout();
    if (unmoved > 0) throw cannotMove(settings, unmoved);
    return visit;
  } catch (error) {
    if (isRecording) throw error;
    if (dependencies.signal.aborted) return visit;
    throw mailboxError(error, settings);
  } finally {
    dependencies.signal.removeEventListener('abort', end);
    client.close();
  }
}

/** They are on record, so reading them again at each visit does no harm. */
function cannotMove({ host, folder }: MailboxSettings, count: number): DeliveryError {
  return new DeliveryError(
    'MAILBOX_UNMOVABLE',
    { host, folder, count },
    `${count} messages of “${folder}” on ${host} are on record and cannot be moved to the folders of Nachra. Give the account of BOUNCE_IMAP_URL the right to move messages.`,
  );
}

/** Rules of messages that are understood although nothing follows: delivered, read, a report that is not a complaint. */
const reportRules: ReadonlySet<string> = new Set(['delivery-report', 'read-receipt', 'feedback-report']);

async function handle(
  bytes: Buffer,
  { ledger, secret, now }: MailboxDependencies,
): Promise<{ result: FeedbackResult; isClear: boolean }> {
  const classification = await classifyMessage(bytes);
  const result = await recordFeedback(ledger, classification, {
    uid: uidOfMail(bytes),
    source: 'mailbox',
    now: now(),
    secret,
  });
  const isClear =
    result === 'ignored'
      ? isAutoReply(classification, secret) || reportRules.has(classification.rule)
      : result !== 'unverified';
  return { result, isClear };
}

/** Whether nobody need read it: not where it came with a token that is not ours, or no longer, and may have asked to stop. */
function isAutoReply({ kind, delivery }: Classification, secret: string): boolean {
  if (kind !== 'auto-reply') return false;
  const token = delivery?.foundIn === 'address' ? delivery.token : null;
  return token === null || readLinkToken(secret, 'bounce', token) !== null;
}

async function clientFor(
  { host, port, secure, user, password }: MailboxSettings,
  token: string | null,
): Promise<ImapFlow> {
  // Loaded at the first visit: most processes never make one.
  const { ImapFlow } = await import('imapflow');
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
  return new ImapFlow({
    host,
    port,
    secure,
    ...(secure ? {} : { doSTARTTLS: !isHere }),
    auth: token === null ? { user, pass: password } : { user, accessToken: token },
    // Its log would contain commands, and so addresses.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 30_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
}
