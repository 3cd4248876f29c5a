import { decoded, hostOf, inUrl } from '../../server-url';
import { z } from 'zod';
import { configError } from '../../errors';
import { adviceOf, type SettingDescription } from '../../setting-description';

const prefix = z.string().regex(/^[\w-]{1,40}$/);
const defaultPrefix = 'nachra';

/** A Redis server that wakes workers on all machines. */
export const redisSettingsSchema = z.strictObject({
  host: z.string().min(1),
  port: z.int().default(6379),
  /** Empty for the account that every server has. */
  user: z.string().default(''),
  password: z.string().default(''),
  database: z.int().default(0),
  /** TLS with a certificate that can be trusted. */
  secure: z.boolean().default(false),
  /** What every key begins with, so that several installations may share a server. */
  prefix: prefix.default(defaultPrefix),
});
/** See {@link redisSettingsSchema}. */
export type RedisSettings = z.output<typeof redisSettingsSchema>;

/** The variables, for whoever reads an environment. All may be missing. */
export const redisVariables = {
  REDIS_URL: z.string().min(1).optional(),
  REDIS_PREFIX: prefix.optional(),
};

/** What people are told about each. */
export const redisDescriptions: Record<keyof typeof redisVariables, SettingDescription> = {
  REDIS_URL: {
    group: 'Data',
    advice: 'the Redis server, such as rediss://name:password@redis.example.org:6379/0',
    meaning:
      'Redis 6.2 or newer, such as `rediss://name:password@redis.example.org:6379/0` (`rediss` is TLS); wakes the workers of all machines at once',
    unset: 'none (workers poll)',
    secret: true,
  },
  REDIS_PREFIX: {
    group: 'Data',
    advice: 'letters, digits, - and _ that every key begins with, 40 at most, such as nachra',
    meaning:
      'what every key in Redis begins with: letters, digits, `-` and `_`, 40 at most; set a different one for each installation that shares the server',
    unset: `\`${defaultPrefix}\``,
  },
};

type RedisVariables = { [Name in keyof typeof redisVariables]?: string | undefined };

/**
 * Puts the variables of Redis together; null when there is none, and workers check the ledger by themselves.
 *
 * @throws {DeliveryError} naming the variable, never its value
 */
export function redisSettings(env: RedisVariables): RedisSettings | null {
  if (env.REDIS_URL === undefined) return null;
  const url = URL.canParse(env.REDIS_URL) ? new URL(env.REDIS_URL) : null;
  const user = decoded(url?.username ?? '');
  const password = decoded(url?.password ?? '');
  const database = /^\/?(\d{0,5})$/.exec(url?.pathname ?? '')?.[1];
  const isWhole = url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== '';
  if (!isWhole || user === null || password === null || database === undefined) {
    throw configError(
      'REDIS_URL',
      'unusable',
      `REDIS_URL has a value that cannot be used. Set it to ${adviceOf(redisDescriptions.REDIS_URL)}; special characters in name and password are percent-encoded.`,
    );
  }
  return {
    host: hostOf(url),
    port: url.port === '' ? 6379 : Number(url.port),
    user,
    password,
    database: Number(database),
    secure: url.protocol === 'rediss:',
    prefix: env.REDIS_PREFIX ?? defaultPrefix,
  };
}

/** A server's address without name and password, for people. */
export function nameOfRedis({ secure, host, port, database }: RedisSettings): string {
  return `${secure ? 'rediss' : 'redis'}://${inUrl(host)}:${port}/${database}`;
}
