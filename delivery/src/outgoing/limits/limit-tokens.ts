import type { Ledger } from '../../ledger';
import type { RedisSettings } from '../redis/redis-settings';
import type { Limit } from './sending-limits';
import { ledgerWindows, type Windows } from './windows';

/** What may be sent of what was asked for, and when to ask for the rest. */
export interface Grant {
  granted: number;
  /** Milliseconds until the window ends; 0 when all was granted. */
  waitMs: number;
}

/** Counts what is sent in windows of time. One call covers a whole group, not one message. */
export interface Tokens {
  take(key: string, wanted: number, limit: Limit): Promise<Grant>;
  /** Returns what was granted and not used. */
  giveBack(key: string, unused: number, limit: Limit): Promise<void>;
  close(): void;
}

/**
 * Counts in the ledger. With Redis it counts there for all workers, and in the ledger while Redis is unreachable.
 *
 * Whoever opens it closes it.
 */
export async function openTokens(ledger: Ledger, redis: RedisSettings | null | undefined): Promise<Tokens> {
  const inLedger = ledgerWindows(ledger);
  if (!redis) return tokensOf(inLedger);
  // Loaded only where there is a Redis: nobody else should pay for the library.
  const { redisWindows } = await import('./redis-windows.js');
  return tokensOf(redisWindows(redis, inLedger));
}

function tokensOf(windows: Windows): Tokens {
  return {
    async take(key, wanted, limit) {
      if (wanted === 0) return { granted: 0, waitMs: 0 };
      const { count, endsInMs } = await windows.add(key, wanted, limit);
      const free = limit.messages - (count - wanted);
      const granted = Math.min(wanted, Math.max(0, free));
      if (granted === wanted) return { granted, waitMs: 0 };
      await windows.add(key, granted - wanted, limit);
      return { granted, waitMs: Math.min(Math.max(endsInMs, 10), limit.seconds * 1_000) };
    },
    async giveBack(key, unused, limit) {
      if (unused > 0) await windows.add(key, -unused, limit);
    },
    close: () => windows.close(),
  };
}
