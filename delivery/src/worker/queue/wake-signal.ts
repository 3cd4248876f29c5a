import { setTimeout as delay } from 'node:timers/promises';
import type { WorkQueue } from './work-queue';

/** Lets another part of the program cut a wait short. A wake that comes while nobody waits is kept for the next wait. */
export interface WakeSignal {
  wake(): void;
  /** Waits for a wake, for `ms` at most, or until the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Makes a signal that has not been given yet. */
export function wakeSignal(): WakeSignal {
  let pending = false;
  let waiting: AbortController | null = null;
  return {
    wake() {
      if (waiting) waiting.abort();
      else pending = true;
    },
    async wait(ms, signal) {
      if (pending) {
        pending = false;
        return;
      }
      waiting = new AbortController();
      await delay(ms, undefined, { signal: AbortSignal.any([signal, waiting.signal]) }).catch(
        () => undefined,
      );
      waiting = null;
    },
  };
}

/** The queue where there is no Redis. It needs nothing but the ledger: looks again while there is something, and every `pollMs`, or when woken, while there is not. */
export function ledgerQueue(wake: WakeSignal, pollMs: number): WorkQueue {
  return {
    next: async (foundLast, signal) => {
      if (!foundLast) await wake.wait(pollMs, signal);
    },
    close: async () => undefined,
  };
}
