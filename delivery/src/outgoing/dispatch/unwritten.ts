import type { Ledger } from '../../ledger';
import type { Lease } from '../../campaigns/deliveries/claimed';
import { takeTurn, type Ended } from './turn';

/** Outcomes that could not be written because the ledger was away or full: they are known, and need not become doubts. */
export interface Unwritten {
  keep(ended: readonly Ended[]): void;
  /**
   * Writes what is kept, in one transaction. Idempotent by delivery. What could not be written for as long as a lease lasts
   * is given up, and in doubt.
   *
   * @throws what the write failed with
   */
  write(lease: Lease, now: Date): Promise<void>;
}

/** @param patienceMs how long a lease lasts: after it, any worker may take what is under way for lost */
export function unwrittenOutcomes(ledger: Ledger, patienceMs: number): Unwritten {
  let kept: Ended[] = [];
  let since = 0;
  return {
    keep(ended) {
      if (kept.length === 0) since = performance.now();
      kept.push(...ended);
    },
    async write(lease, now) {
      if (kept.length > 0 && performance.now() - since < patienceMs)
        await takeTurn(ledger, { ended: kept, next: [] }, { lease, now });
      kept = [];
    },
  };
}
