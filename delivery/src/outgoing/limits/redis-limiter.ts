import { RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { openRedis } from '../redis/redis-connection';
import type { RedisSettings } from '../redis/redis-settings';

interface LimiterOptions {
  keyPrefix: string;
  points: number;
  duration: number;
}

/** One count for the workers of all machines. While Redis is away each counts as `insure` makes it. */
export function redisLimiters(
  settings: RedisSettings,
  insure: (options: LimiterOptions) => RateLimiterAbstract,
): { make: (options: LimiterOptions) => RateLimiterAbstract; close: () => void } {
  // The queue has its own connection to the same server, and tells when that is lost.
  const redis = openRedis(settings, { info: () => undefined, warn: () => undefined });
  return {
    make: (options) =>
      new RateLimiterRedis({
        ...options,
        keyPrefix: `${settings.prefix}:${options.keyPrefix}`,
        storeClient: redis.quick,
        rejectIfRedisNotReady: true,
        insuranceLimiter: insure(options),
      }),
    close: () => redis.close(),
  };
}
