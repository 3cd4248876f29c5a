import { DeliveryError } from '../../../errors';
import type { MailboxSettings } from './mailbox-settings';

/**
 * The bounce mailbox cannot be read. Codes `MAILBOX_TOKEN`, `MAILBOX_SIGN_IN`, `MAILBOX_FOLDER`, `MAILBOX_TLS`,
 * `MAILBOX_UNREACHABLE`, `MAILBOX_FAILED`. The message names the setting and never holds a password or a token.
 */
export class MailboxError extends DeliveryError {}

interface ImapFailure {
  code?: unknown;
  authenticationFailed?: unknown;
  serverResponseCode?: unknown;
  mailboxMissing?: unknown;
  tlsFailed?: unknown;
}

/** Puts what the IMAP client threw into words. Its own message may quote a command, so only its codes are taken. */
export function mailboxError(cause: unknown, { host, port, folder }: MailboxSettings): MailboxError {
  if (cause instanceof MailboxError) return cause;
  const failure: ImapFailure = cause instanceof Error ? (cause as Error & ImapFailure) : {};
  const code = typeof failure.code === 'string' ? failure.code : '';
  const server = `The bounce mailbox’s server ${host}:${port}`;
  if (failure.authenticationFailed === true)
    return new MailboxError(
      'MAILBOX_SIGN_IN',
      `${server} refuses to sign us in. Check the name and password in BOUNCE_IMAP_URL; Microsoft 365 and Google want OAuth2 (BOUNCE_IMAP_TOKEN_URL).`,
    );
  if (failure.mailboxMissing === true || failure.serverResponseCode === 'NONEXISTENT')
    return new MailboxError(
      'MAILBOX_FOLDER',
      `${server} has no folder “${folder}”. Correct the end of BOUNCE_IMAP_URL, such as /INBOX.`,
    );
  if (failure.tlsFailed === true || /CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_VERIFY|ALTNAME/i.test(code))
    return new MailboxError(
      'MAILBOX_TLS',
      `${server} offers no TLS that can be trusted (${code || 'STARTTLS failed'}). Use the name its certificate is made for in BOUNCE_IMAP_URL.`,
    );
  if (/^(?:E[A-Z]{4,20}|ETIMEOUT|ConnectTimeout|CONNECT_TIMEOUT|GREETING_TIMEOUT)$/.test(code))
    return new MailboxError(
      'MAILBOX_UNREACHABLE',
      `${server} cannot be reached (${code}). Check host and port in BOUNCE_IMAP_URL, and that the server runs.`,
    );
  const answered = typeof failure.serverResponseCode === 'string' ? failure.serverResponseCode : '';
  const what = code || answered || 'no reason given';
  return new MailboxError('MAILBOX_FAILED', `${server} did not do what was asked (${what}).`);
}
