import { decoded, hostOf, inUrl } from '../../server-url';
import { z } from 'zod';
import { configError } from '../../errors';

const connections = z.int().min(1).max(100);
const defaultConnections = 5;

/** How to reach a mail server. */
export const smtpSettingsSchema = z.strictObject({
  host: z.string().min(1),
  port: z.int().min(1).max(65535).default(587),
  /** TLS from the first byte (`smtps://`, port 465). */
  secure: z.boolean().default(false),
  /** STARTTLS or nothing. An address makes it false for a server on this machine, and where insecure mail was allowed. */
  requireTls: z.boolean().default(true),
  user: z.string().optional(),
  password: z.string().optional(),
  /** Connections held at once. */
  connections: connections.default(defaultConnections),
});
/** See {@link smtpSettingsSchema}. */
export type SmtpSettings = z.output<typeof smtpSettingsSchema>;

/** The same, read from an address as `SMTP_URL` has it. */
export const smtpAddressSchema = z.string().transform((url, context): SmtpSettings => {
  const settings = readAddress(url, {});
  if (settings !== null) return settings;
  context.addIssue({ code: 'custom', message: 'expected smtp:// or smtps://' });
  return z.NEVER;
});

/** The variables of one server, for whoever reads an environment. All may be missing. */
export const smtpVariables = {
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_ALLOW_INSECURE: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
  SMTP_CONNECTIONS: z.coerce.number().pipe(connections).default(defaultConnections),
};

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * Reads `SMTP_URL`: `smtp://user:password@host:587` (STARTTLS) or `smtps://user:password@host:465`. Pure.
 *
 * @param options.allowInsecure allow a server other than this machine without TLS (default false)
 * @param options.connections default 5
 * @throws {DeliveryError} naming SMTP_URL and how to write it; never with the password
 */
export function parseSmtpUrl(url: string, options: AddressOptions = {}): SmtpSettings {
  const settings = readAddress(url, options);
  if (settings !== null) return settings;
  throw configError(
    'SMTP_URL',
    'unusable',
    'SMTP_URL is not the address of a mail server. Write it as smtp://user:password@mail.example.org:587, or smtps:// for TLS from the start; a special character in user or password is percent-encoded.',
  );
}

interface AddressOptions {
  allowInsecure?: boolean;
  connections?: number;
}

function readAddress(url: string, options: AddressOptions): SmtpSettings | null {
  const parsed = parseUrl(url);
  if (parsed === null || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '') return null;
  const secure = parsed.protocol === 'smtps:';
  return {
    host: hostOf(parsed),
    port: parsed.port === '' ? (secure ? 465 : 587) : Number(parsed.port),
    secure,
    requireTls: !secure && !options.allowInsecure && !loopback.test(parsed.hostname),
    ...(parsed.username === ''
      ? {}
      : { user: decodeURIComponent(parsed.username), password: decodeURIComponent(parsed.password) }),
    connections: options.connections ?? defaultConnections,
  };
}

/** A mail server's name for display and logs: without user and password. */
export function nameOfServer({ host, port, secure }: SmtpSettings): string {
  return `${secure ? 'smtps' : 'smtp'}://${inUrl(host)}:${port}`;
}

function parseUrl(url: string): URL | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return decoded(parsed.username + parsed.password) === null ? null : parsed;
}
