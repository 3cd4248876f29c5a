import type { Ledger } from '../../ledger';
import type { SmtpOutcome } from '../smtp';
import type { BackOff } from './back-off';
import { beginGroup } from './begin-group';
import type { ClaimedDelivery, Lease } from '../../campaigns/deliveries/claimed';
import { release } from './release';
import { settleGroup } from './settle-group';
import { settle, type Settlement } from './settlement';

/** A delivery whose attempt is over. */
export interface Ended {
  delivery: ClaimedDelivery;
  outcome: SmtpOutcome;
}

/** What is written in one transaction, so that a disk syncs once for both. */
export interface Turn {
  /** Attempts that are over. */
  ended: readonly Ended[];
  /** Deliveries that are to leave next. */
  next: readonly ClaimedDelivery[];
}

/**
 * Settles what has ended and writes the intent of what leaves next. Idempotent by delivery: only what this worker has under
 * way is settled, only what it has claimed begins.
 *
 * @returns whose intent is written; nobody else may be sent
 */
export async function takeTurn(
  ledger: Ledger,
  { ended, next }: Turn,
  { lease, now, backOff }: { lease: Lease; now: Date; backOff?: BackOff },
): Promise<ClaimedDelivery[]> {
  if (ended.length + next.length === 0) return [];
  const settlements: Settlement[] = [];
  const unharmed: number[] = [];
  for (const { delivery, outcome } of ended) {
    const settlement = settle(delivery, outcome, now, backOff);
    if (settlement) settlements.push(settlement);
    else unharmed.push(delivery.rowId);
  }
  return ledger.transaction(async (statements) => {
    await settleGroup(statements, ledger, settlements, now);
    if (unharmed.length > 0)
      await release({ ...statements, dialect: ledger.dialect }, lease.owner, unharmed, now);
    return beginGroup(statements, ledger, next, lease, now);
  });
}
