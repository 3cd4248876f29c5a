import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { configError, type DeliveryError } from '../../errors';
import { limitDescriptions, readLimit } from '../limits';
import { adviceOf, type SettingDescription } from '../../setting-description';
import { nameOfServer, parseSmtpUrl, smtpSettingsSchema, type SmtpSettings } from '../smtp';
import { domainPattern, serversOf, type MailServer } from './mail-server';

/** The variables of several servers, for whoever reads an environment. All may be missing. */
export const serverVariables = {
  SMTP_SERVERS: z.string().min(1).optional(),
  SMTP_SERVERS_FILE: z.string().min(1).optional(),
};

const example = '[{"name":"main","url":"smtp://name:password@smtp.example.org:587","weight":3}]';

/** What people are told about each. */
export const serverDescriptions: Record<keyof typeof serverVariables, SettingDescription> = {
  SMTP_SERVERS: {
    group: 'Mail servers',
    advice: `the mail servers as JSON, such as ${example}`,
    meaning: `several mail servers instead of \`SMTP_URL\`, as JSON, such as \`${example}\``,
    secret: true,
  },
  SMTP_SERVERS_FILE: {
    group: 'Mail servers',
    advice: `a file with the mail servers as JSON, such as ${example}`,
    meaning: 'a file of that JSON',
  },
};

const schema = serversOf(
  z.strictObject({
    name: z.string().regex(/^[\w.-]{1,60}$/),
    url: z.string(),
    weight: z.number().int().min(1).max(1_000).default(1),
    connections: smtpSettingsSchema.shape.connections,
    limit: z.string().optional(),
    domains: z.array(domainPattern).default([]),
    exceptDomains: z.array(domainPattern).default([]),
    allowInsecure: z.boolean().default(false),
  }),
).min(1);

interface ServerVariables {
  SMTP_URL?: string | undefined;
  SMTP_LIMIT?: string | undefined;
  SMTP_SERVERS?: string | undefined;
  SMTP_SERVERS_FILE?: string | undefined;
}

/**
 * The mail servers of an installation: those of `SMTP_SERVERS` or its file, else the one of `SMTP_URL`, else none.
 *
 * @throws {DeliveryError} naming the variable and the place in it, never an address with its password
 */
export function mailServers(
  env: ServerVariables,
  single: { allowInsecure?: boolean; connections?: number },
): MailServer[] {
  const name = env.SMTP_SERVERS === undefined ? 'SMTP_SERVERS_FILE' : 'SMTP_SERVERS';
  const text = env.SMTP_SERVERS ?? readFile(env.SMTP_SERVERS_FILE);
  if (text !== null) return read(name, text);
  return env.SMTP_URL === undefined || env.SMTP_URL === ''
    ? []
    : [oneServer(parseSmtpUrl(env.SMTP_URL, single), env.SMTP_LIMIT)];
}

/** A server that takes everything. @throws {DeliveryError} `SMTP_LIMIT` is not a limit */
function oneServer(smtp: SmtpSettings, limit?: string): MailServer {
  const read = limit === undefined ? null : readLimit(limit);
  if (limit !== undefined && read === null) {
    throw configError(
      'SMTP_LIMIT',
      'unusable',
      `SMTP_LIMIT has a value that cannot be used. Set it to ${adviceOf(limitDescriptions.SMTP_LIMIT)}.`,
    );
  }
  return { name: nameOfServer(smtp), smtp, weight: 1, limit: read, domains: [], exceptDomains: [] };
}

function readFile(file: string | undefined): string | null {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw configError(
      'SMTP_SERVERS_FILE',
      'unreadable-file',
      `SMTP_SERVERS_FILE names a file that cannot be read. Set it to ${adviceOf(serverDescriptions.SMTP_SERVERS_FILE)}.`,
    );
  }
}

function read(name: keyof typeof serverVariables, text: string): MailServer[] {
  const result = schema.safeParse(parse(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    const place = issue?.path.join('.') || 'the whole';
    throw unusable(name, `${place}: ${issue?.message ?? 'no list'}`);
  }
  return result.data.map(({ url, limit: written, connections, allowInsecure, ...server }, index) => {
    const limit = written === undefined ? null : readLimit(written);
    if (written !== undefined && limit === null) throw unusable(name, `${index}.limit: such as 600/minute`);
    try {
      return { ...server, smtp: parseSmtpUrl(url, { connections, allowInsecure }), limit };
    } catch {
      throw unusable(name, `${index}.url: such as smtp://name:password@smtp.example.org:587`);
    }
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unusable(name: keyof typeof serverVariables, where: string): DeliveryError {
  return configError(
    name,
    'unusable',
    `${name} has a value that cannot be used (${where}). Set it to ${adviceOf(serverDescriptions[name])}.`,
  );
}
