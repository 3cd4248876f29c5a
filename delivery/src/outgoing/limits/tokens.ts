import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Ledger } from '../../ledger';
import type { RedisSettings } from '../redis/redis-settings';
import { LedgerLimiter } from './ledger-limiter';
import type { Limit } from './limit';

/** What may be sent of what was asked for, and when to ask for the rest. */
export interface Grant {
  granted: number;
  /** Milliseconds until the window ends; 0 when all was granted. */
  waitMs: number;
}

/** Counts what is sent in windows of time. One call for a whole group: never one for each message. */
export interface Tokens {
  take(key: string, wanted: number, limit: Limit): Promise<Grant>;
  /** Gives back what was taken and not used. */
  giveBack(key: string, unused: number, limit: Limit): Promise<void>;
  close(): void;
}

type MakeLimiter = (options: { keyPrefix: string; points: number; duration: number }) => RateLimiterAbstract;

/**
 * Counts in the ledger; with Redis, for all workers there, and in the ledger while it is away.
 *
 * Whoever opens it closes it.
 */
export async function openTokens(ledger: Ledger, redis: RedisSettings | null | undefined): Promise<Tokens> {
  const inLedger: MakeLimiter = (options) => new LedgerLimiter(ledger, options);
  if (!redis) return countWith(inLedger, () => undefined);
  // Loaded only where there is a Redis: nobody else should pay for the library.
  const { redisLimiters } = await import('./redis-limiter.js');
  const { make, close } = redisLimiters(redis, inLedger);
  return countWith(make, close);
}

function countWith(make: MakeLimiter, close: () => void): Tokens {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = ({ messages, seconds }: Limit): RateLimiterAbstract => {
    const name = `${messages}/${seconds}`;
    const known = limiters.get(name);
    if (known) return known;
    // A pace that follows a server takes many values; the windows themselves are kept by their length alone.
    if (limiters.size > 1_000) limiters.clear();
    const made = make({ keyPrefix: `limit-${seconds}`, points: messages, duration: seconds });
    limiters.set(name, made);
    return made;
  };
  return {
    async take(key, wanted, limit) {
      if (wanted === 0) return { granted: 0, waitMs: 0 };
      const limiter = limiterOf(limit);
      const { consumedPoints, msBeforeNext } = await limiter.penalty(key, wanted);
      const free = limit.messages - (consumedPoints - wanted);
      const granted = Math.min(wanted, Math.max(0, free));
      if (granted === wanted) return { granted, waitMs: 0 };
      await limiter.reward(key, wanted - granted);
      return { granted, waitMs: Math.min(Math.max(msBeforeNext, 10), limit.seconds * 1_000) };
    },
    async giveBack(key, unused, limit) {
      if (unused > 0) await limiterOf(limit).reward(key, unused);
    },
    close,
  };
}
