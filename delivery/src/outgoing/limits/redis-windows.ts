import { RateLimiterRedis } from 'rate-limiter-flexible';
import { BoundedMap } from '../../bounded-map';
import { openRedis } from '../redis/redis-connection';
import type { RedisSettings } from '../redis/redis-settings';
import { windowName, type Windows } from './windows';
import type { Limit } from './sending-limits';

/** Window lengths and sizes remembered: a pace that follows a server takes many values. */
const keptLimiters = 1_000;

/**
 * One count for the workers of all machines. While Redis is away each counts in `insurance`.
 *
 * Whoever opens it closes it.
 */
export function redisWindows(settings: RedisSettings, insurance: Windows): Windows {
  // The queue has its own connection to the same server, and tells when that is lost.
  const redis = openRedis(settings, { info: () => undefined, warn: () => undefined });
  const limiters = new BoundedMap<string, RateLimiterRedis>(keptLimiters);
  function limiterOf({ messages, seconds }: Limit): RateLimiterRedis {
    const name = `${messages}/${seconds}`;
    let limiter = limiters.get(name);
    if (!limiter) {
      limiter = new RateLimiterRedis({
        points: messages,
        duration: seconds,
        keyPrefix: settings.prefix,
        storeClient: redis.quick,
        rejectIfRedisNotReady: true,
      });
      limiters.set(name, limiter);
    }
    return limiter;
  }
  return {
    async add(key, messages, limit) {
      const limiter = limiterOf(limit);
      const name = windowName(key, limit);
      try {
        const { consumedPoints, msBeforeNext } =
          messages < 0 ? await limiter.reward(name, -messages) : await limiter.penalty(name, messages);
        return { count: consumedPoints, endsInMs: msBeforeNext };
      } catch {
        return insurance.add(key, messages, limit);
      }
    },
    close: () => redis.close(),
  };
}
