import { openRedis } from '../redis/redis-connection';
import type { RedisSettings } from '../redis/redis-settings';
import { windowName, type Window, type Windows } from './windows';

/**
 * KEYS: the window. ARGV: messages, length in ms. Answers with the count and the ms left. Returning messages to a window
 * that is over begins no new one: it would begin below zero and let more than the limit through. `rate-limiter-flexible`,
 * which does the rest of this, begins one.
 */
const add = `
  local messages = tonumber(ARGV[1])
  if messages < 0 and redis.call('EXISTS', KEYS[1]) == 0 then return { 0, tonumber(ARGV[2]) } end
  if messages >= 0 then redis.call('SET', KEYS[1], 0, 'PX', ARGV[2], 'NX') end
  return { redis.call('INCRBY', KEYS[1], messages), redis.call('PTTL', KEYS[1]) }
`;

/**
 * One count for the workers on all machines. While Redis is unreachable, each counts in `insurance`.
 *
 * Whoever opens it closes it.
 */
export function redisWindows(settings: RedisSettings, insurance: Windows): Windows {
  // The queue has its own connection to the same server, and tells when that is lost.
  const redis = openRedis(settings, { info: () => undefined, warn: () => undefined });
  async function count(key: string, messages: number, ms: number): Promise<Window> {
    const [sum, left] = (await redis.quick.eval(add, 1, key, messages, ms)) as [number, number];
    return { count: sum, endsInMs: Math.max(left, 0) };
  }
  return {
    async add(key, messages, limit) {
      try {
        const name = `${settings.prefix}:${windowName(key, limit)}`;
        return await count(name, messages, limit.seconds * 1_000);
      } catch {
        return insurance.add(key, messages, limit);
      }
    },
    close: () => redis.close(),
  };
}
