import { decoded, hostOf } from '../../../server-url';
import { z } from 'zod';
import { configError } from '../../../errors';
import { adviceOf, type SettingDescription } from '../../../setting-description';

/** Where an access token comes from (RFC 6749): by a refresh token as Google gives one, else by client credentials. */
const oauthSchema = z.strictObject({
  tokenUrl: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  refreshToken: z.string().nullable().default(null),
  scope: z.string().nullable().default(null),
});
export type MailboxOAuth = z.output<typeof oauthSchema>;

/** A mailbox that reports come to. */
export const mailboxSettingsSchema = z.strictObject({
  host: z.string().min(1),
  port: z.int().default(993),
  /** TLS from the first byte; otherwise STARTTLS, except for a server on this machine. */
  secure: z.boolean().default(true),
  user: z.string().min(1),
  /** Empty where `oauth` is set. */
  password: z.string().default(''),
  /** As the server spells it; the folders `Nachra/Done` and `Nachra/Not understood` are made beside it. */
  folder: z.string().min(1).default('INBOX'),
  oauth: oauthSchema.nullable().default(null),
});
/** See {@link mailboxSettingsSchema}. */
export type MailboxSettings = z.output<typeof mailboxSettingsSchema>;

/** The variables, for whoever reads an environment. All may be missing. */
export const mailboxVariables = {
  BOUNCE_IMAP_URL: z.string().min(1).optional(),
  BOUNCE_IMAP_TOKEN_URL: z.url({ protocol: /^https?$/ }).optional(),
  BOUNCE_IMAP_CLIENT_ID: z.string().min(1).optional(),
  BOUNCE_IMAP_CLIENT_SECRET: z.string().min(1).optional(),
  BOUNCE_IMAP_REFRESH_TOKEN: z.string().min(1).optional(),
  BOUNCE_IMAP_SCOPE: z.string().min(1).optional(),
};

/** What people are told about each. */
export const mailboxDescriptions: Record<keyof typeof mailboxVariables, SettingDescription> = {
  BOUNCE_IMAP_URL: {
    group: 'What comes back',
    meaning:
      'the mailbox of the bounce address, such as `imaps://name:password@imap.example.org/INBOX`, special characters percent-encoded',
    unset: 'none (not read)',
    secret: true,
  },
  BOUNCE_IMAP_TOKEN_URL: {
    group: 'What comes back',
    meaning: 'the address that issues OAuth2 tokens, such as `https://oauth2.googleapis.com/token`',
    unset: 'none (password)',
  },
  BOUNCE_IMAP_CLIENT_ID: {
    group: 'What comes back',
    meaning: "the OAuth2 client's id",
  },
  BOUNCE_IMAP_CLIENT_SECRET: {
    group: 'What comes back',
    meaning: "the OAuth2 client's secret",
    secret: true,
  },
  BOUNCE_IMAP_REFRESH_TOKEN: {
    group: 'What comes back',
    meaning: 'the OAuth2 refresh token (Google); leave it out for client credentials (Microsoft 365)',
    secret: true,
  },
  BOUNCE_IMAP_SCOPE: {
    group: 'What comes back',
    meaning: 'the OAuth2 scope, such as `https://outlook.office365.com/.default`',
  },
};

type MailboxVariables = { [Name in keyof typeof mailboxVariables]?: string | undefined };

/**
 * Puts the variables of the mailbox together; null when there is none.
 *
 * @throws {DeliveryError} naming the variable, never its value
 */
export function mailboxSettings(env: MailboxVariables): MailboxSettings | null {
  if (env.BOUNCE_IMAP_URL === undefined) return null;
  const oauth = oauthOf(env);
  const url = URL.canParse(env.BOUNCE_IMAP_URL) ? new URL(env.BOUNCE_IMAP_URL) : null;
  const user = decoded(url?.username ?? '');
  const password = decoded(url?.password ?? '');
  const folder = decoded(url?.pathname.slice(1) ?? '');
  const isWhole =
    url !== null && /^imaps?:$/.test(url.protocol) && url.hostname !== '' && user && folder !== null;
  if (!isWhole || password === null || (password === '' && oauth === null)) {
    throw configError(
      'BOUNCE_IMAP_URL',
      'unusable',
      `BOUNCE_IMAP_URL has a value that cannot be used. Set it to ${adviceOf(mailboxDescriptions.BOUNCE_IMAP_URL)}.`,
    );
  }
  const secure = url.protocol === 'imaps:';
  return {
    host: hostOf(url),
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    user,
    password,
    folder: folder || 'INBOX',
    oauth,
  };
}

function oauthOf(env: MailboxVariables): MailboxOAuth | null {
  if (env.BOUNCE_IMAP_TOKEN_URL === undefined) return null;
  const { BOUNCE_IMAP_CLIENT_ID: clientId, BOUNCE_IMAP_CLIENT_SECRET: clientSecret } = env;
  if (clientId === undefined || clientSecret === undefined) {
    const name = clientId === undefined ? 'BOUNCE_IMAP_CLIENT_ID' : 'BOUNCE_IMAP_CLIENT_SECRET';
    throw configError(
      name,
      'missing',
      `${name} is missing. Set it to ${adviceOf(mailboxDescriptions[name])}, or remove BOUNCE_IMAP_TOKEN_URL.`,
    );
  }
  return {
    tokenUrl: env.BOUNCE_IMAP_TOKEN_URL,
    clientId,
    clientSecret,
    refreshToken: env.BOUNCE_IMAP_REFRESH_TOKEN ?? null,
    scope: env.BOUNCE_IMAP_SCOPE ?? null,
  };
}
