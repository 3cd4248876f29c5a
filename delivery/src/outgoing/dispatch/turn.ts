import { beginClaimed, keepCampaigns } from '../../campaigns/changes/claim';
import { withdrawSuppressed } from '../../campaigns/changes/withdraw';
import type { Ledger } from '../../ledger';
import { movePosition } from '../../ledger/identity';
import type { Planned } from './on-the-way';
import { settleEnded, type Ended, type SettlingContext } from './settling';

/** What is written in one transaction, so that a disk syncs once for both. */
interface Turn {
  /** Attempts that are over. */
  ended: readonly Ended[];
  /** Deliveries that are to leave next. */
  next: readonly Planned[];
}

/**
 * Settles finished attempts and writes the intents of the next ones. Idempotent by delivery: only attempts this worker has
 * under way are settled, and only deliveries it has claimed begin.
 *
 * @returns those of `next` whose intent is written; nobody else may be sent
 */
export async function takeTurn(
  ledger: Ledger,
  { ended, next }: Turn,
  context: SettlingContext,
): Promise<readonly Planned[]> {
  if (ended.length + next.length === 0) return [];
  return ledger.transaction(async (statements) => {
    if (next.length > 0)
      await keepCampaigns(
        statements,
        ledger.dialect,
        next.map(({ delivery }) => delivery.campaignRow),
      );
    await settleEnded(statements, ledger, ended, context);
    if (next.length === 0) return [];
    const rowIds = next.map(({ delivery }) => delivery.rowId);
    const begun = await beginClaimed(statements, ledger.dialect, rowIds, context.lease, context.now);
    // Rare: a delivery held back by a suppression need not stay claimed until the chunk ends.
    const heldBack = rowIds.filter((id) => !begun.has(id));
    if (heldBack.length > 0) await withdrawSuppressed(statements, ledger.dialect, heldBack, context.now);
    if (begun.size > 0) await movePosition(statements, ledger.dialect);
    return next.filter(({ delivery }) => begun.has(delivery.rowId));
  });
}
