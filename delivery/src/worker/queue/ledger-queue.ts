import type { WakeSignal } from './wake-signal';
import type { WorkQueue } from './queue';

/** Needs nothing but the ledger: looks again while there is something, and every `pollMs`, or when woken, while there is not. */
export function ledgerQueue(wake: WakeSignal, pollMs: number): WorkQueue {
  return {
    next: async (foundLast, signal) => {
      if (!foundLast) await wake.wait(pollMs, signal);
    },
    close: async () => undefined,
  };
}
