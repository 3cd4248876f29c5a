import type { Ledger } from '../ledger';
import { appendEvent } from '../ledger/events';
import type { Settlement } from './settlement';

/**
 * Writes what became of a group, in one statement, and an event for every answer that was no acceptance. Idempotent by
 * delivery: only what this worker has under way is settled.
 *
 * An answer that came after the lease had run out settles the doubt as well: it is the best evidence there is.
 */
export async function settleGroup(
  ledger: Ledger,
  settlements: readonly Settlement[],
  campaignRow: number,
  now: Date,
): Promise<void> {
  if (settlements.length === 0) return;
  const rows = ledger.dialect.rowsFromJson([
    ['id', 'integer'],
    ['state', 'text'],
    ['attempts', 'integer'],
    ['next_attempt_at', 'integer'],
    ['outcome', 'text'],
  ]);
  const values = settlements.map(({ rowId, state, attempts, nextAttemptAt, outcome }) => [
    rowId,
    state,
    attempts,
    nextAttemptAt.getTime(),
    JSON.stringify(outcome),
  ]);
  await ledger.transaction(async (statements) => {
    await statements.run(
      `UPDATE delivery SET state = r.state, attempts = r.attempts, next_attempt_at = r.next_attempt_at,
         outcome = r.outcome, lease_owner = NULL, lease_until = NULL, updated_at = ?
       FROM (${rows}) AS r WHERE delivery.id = r.id AND delivery.state IN ('sending', 'in-doubt')`,
      [now.getTime(), JSON.stringify(values)],
    );
    for (const { rowId, state, outcome } of settlements) {
      if (state === 'accepted') continue;
      await appendEvent(statements, {
        name: `delivery.${state}`,
        at: now,
        campaignId: campaignRow,
        deliveryId: rowId,
        data: { kind: outcome.kind, code: outcome.code, enhanced: outcome.enhanced },
      });
    }
  });
}
