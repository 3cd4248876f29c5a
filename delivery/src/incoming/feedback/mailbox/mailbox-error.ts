import { DeliveryError } from '../../../errors';
import type { MailboxSettings } from './mailbox-settings';

interface ImapFailure {
  code?: unknown;
  authenticationFailed?: unknown;
  serverResponseCode?: unknown;
  mailboxMissing?: unknown;
  tlsFailed?: unknown;
}

/** Turns what the IMAP client threw into an error of ours. Only its codes are used: its message may quote a command. */
export function mailboxError(cause: unknown, { host, port, folder }: MailboxSettings): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  const failure: ImapFailure = cause instanceof Error ? (cause as Error & ImapFailure) : {};
  const code = typeof failure.code === 'string' ? failure.code : '';
  const server = `The bounce mailbox’s server ${host}:${port}`;
  if (failure.authenticationFailed === true)
    return new DeliveryError(
      'MAILBOX_SIGN_IN',
      { host, port },
      `${server} refuses to sign us in. Check the name and password in BOUNCE_IMAP_URL; Microsoft 365 and Google want OAuth2 (BOUNCE_IMAP_TOKEN_URL).`,
    );
  if (failure.mailboxMissing === true || failure.serverResponseCode === 'NONEXISTENT')
    return new DeliveryError(
      'MAILBOX_FOLDER',
      { host, port, folder },
      `${server} has no folder “${folder}”. Correct the end of BOUNCE_IMAP_URL, such as /INBOX.`,
    );
  if (failure.tlsFailed === true || /CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_VERIFY|ALTNAME/i.test(code))
    return new DeliveryError(
      'MAILBOX_TLS',
      { host, port, failure: code || null },
      `${server} offers no TLS that can be trusted (${code || 'STARTTLS failed'}). Use the name its certificate is made for in BOUNCE_IMAP_URL.`,
    );
  if (/^(?:E[A-Z]{4,20}|ETIMEOUT|ConnectTimeout|CONNECT_TIMEOUT|GREETING_TIMEOUT)$/.test(code))
    return new DeliveryError(
      'MAILBOX_UNREACHABLE',
      { host, port, failure: code },
      `${server} cannot be reached (${code}). Check host and port in BOUNCE_IMAP_URL, and that the server runs.`,
    );
  const answered = typeof failure.serverResponseCode === 'string' ? failure.serverResponseCode : '';
  const said = code || answered || null;
  return new DeliveryError(
    'MAILBOX_FAILED',
    { host, port, failure: said },
    `${server} did not do what was asked (${said ?? 'no reason given'}).`,
  );
}
