import Redis, { type RedisOptions } from 'ioredis';
import type { Logger } from '../../logger';
import { nameOfRedis, type RedisSettings } from './redis-settings';

/** A connection that reconnects by itself, and logs one sentence when it is lost and one when it is back. */
export interface RedisConnection {
  /** Fails at once while the server is away. */
  quick: Redis;
  /** Another one that waits for the server, made at the first call; what BullMQ takes jobs with. */
  patient(): Redis;
  isReachable(): boolean;
  /** The server is connected and did not answer: treat it as away for a while, so that callers do not keep waiting for it. */
  doubt(): void;
  /** It answered. */
  trust(): void;
  /** Calls back whenever the server is lost, and whenever it is there. @returns a function that stops it */
  onChange(tell: () => void): () => void;
  close(): void;
}

/** How long the server may take to answer. */
export const redisPatienceMs = 3_000;

/** How long a server that does not answer is left alone. */
const doubtMs = 5_000;

export function openRedis(settings: RedisSettings, logger: Pick<Logger, 'info' | 'warn'>): RedisConnection {
  const { host, port, user, password, database, secure } = settings;
  const options: RedisOptions = {
    host,
    port,
    ...(user === '' ? {} : { username: user }),
    ...(password === '' ? {} : { password }),
    db: database,
    ...(secure ? { tls: {} } : {}),
    connectTimeout: 5_000,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(100 * times, 2_000),
  };
  const quick = new Redis({
    ...options,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: redisPatienceMs,
  });
  let patient: Redis | null = null;

  const name = nameOfRedis(settings);
  const listeners = new Set<() => void>();
  let reason = '';
  let lost = false;
  let closing = false;
  let doubtedUntil = 0;
  quick.on('error', (error: Error) => {
    reason = wordsOf(error);
    if (quick.status !== 'ready') lose();
  });
  quick.on('close', () => lose());
  quick.on('ready', () => {
    trust();
    for (const tell of listeners) tell();
  });
  function trust(): void {
    if (lost) logger.info({ event: 'redis.back' }, `Redis ${name} is back.`);
    lost = false;
    reason = '';
    doubtedUntil = 0;
  }
  function lose(): void {
    for (const tell of listeners) tell();
    if (lost || closing) return;
    lost = true;
    logger.warn(
      { event: 'redis.lost' },
      `Redis ${name} cannot be used (${reason || 'the connection was closed'}). Nothing is lost: workers check the ledger without it. Check that Redis runs there, and REDIS_URL.`,
    );
  }

  return {
    quick,
    patient() {
      patient ??= new Redis({ ...options, maxRetriesPerRequest: null });
      // The other connection reports errors, once.
      return patient.on('error', () => undefined);
    },
    isReachable: () => quick.status === 'ready' && Date.now() >= doubtedUntil,
    doubt() {
      doubtedUntil = Date.now() + doubtMs;
      reason = 'it does not answer';
      if (quick.status === 'ready') lose();
    },
    trust,
    onChange(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    close() {
      closing = true;
      quick.disconnect();
      patient?.disconnect();
    },
  };
}

/** What the server or the system said: one short line, which never holds a password. */
function wordsOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (error.message || code).slice(0, 160);
}
