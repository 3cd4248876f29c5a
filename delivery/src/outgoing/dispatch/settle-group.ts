import { judge } from '../../incoming/bounce/judge';
import type { Ledger, Statements } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { words } from '../../ledger/sql';
import { deliveryEvents, transition } from '../../campaigns/states';
import { suppressWithin } from '../../campaigns/suppressions/suppress';
import type { Settlement } from './settlement';
import { withdrawSuppressed } from './withdraw-suppressed';

/** Where later evidence may take a delivery that is in doubt. */
const evidence = deliveryEvents.flatMap((event) => transition('in-doubt', event) ?? []);

/**
 * Writes what became of some deliveries, in one statement, and an event for every answer that was no acceptance. Within a
 * transaction. Idempotent by delivery: only what is under way is settled.
 *
 * An acceptance or a final refusal that came after the lease had run out settles the doubt as well: it is the best
 * evidence there is. A refusal for now does not, for it would send again by itself what stands in doubt.
 */
export async function settleGroup(
  statements: Statements,
  ledger: Ledger,
  settlements: readonly Settlement[],
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
  const settled = await statements.rows<{ id: number }>(
    `UPDATE delivery SET state = r.state, attempts = r.attempts, next_attempt_at = r.next_attempt_at,
       outcome = r.outcome, lease_owner = NULL, lease_until = NULL, updated_at = ?
     FROM (${rows}) AS r WHERE delivery.id = r.id
       AND (delivery.state = 'sending' OR (delivery.state = 'in-doubt' AND r.state IN (${words(evidence)})))
     RETURNING delivery.id`,
    [now.getTime(), JSON.stringify(values)],
  );
  const written = new Set(settled.map(({ id }) => id));
  await suppressRefused(
    statements,
    settlements.filter(({ rowId }) => written.has(rowId)),
    now,
  );
  const deferred = settlements.filter(({ state }) => state === 'deferred').map(({ rowId }) => rowId);
  if (deferred.length > 0) await withdrawSuppressed(statements, ledger, deferred, now);
  for (const { rowId, campaignRow, state, outcome } of settlements) {
    if (state === 'accepted' || !written.has(rowId)) continue;
    await appendEvent(statements, {
      name: `delivery.${state}`,
      at: now,
      campaignId: campaignRow,
      deliveryId: rowId,
      data: { kind: outcome.kind, code: outcome.code, enhanced: outcome.enhanced },
    });
  }
}

/**
 * An address that its server says does not exist is not mailed again: the answer in the dialogue tells as much as a
 * bounce that comes hours later, and is judged by the same rules. A refusal of the sender, of the message or for a full
 * mailbox says nothing of the kind.
 */
async function suppressRefused(
  statements: Statements,
  settlements: readonly Settlement[],
  now: Date,
): Promise<void> {
  for (const { rowId, address, outcome } of settlements) {
    if (outcome.kind !== 'rejected' || outcome.code === null) continue;
    const { severity, rule, status, sentence } = judge({
      action: 'failed',
      status: outcome.enhanced ?? '',
      diagnostic: outcome.reply,
      context: '',
    });
    if (severity !== 'hard') continue;
    await suppressWithin(statements, {
      address,
      reason: 'bounced',
      source: 'smtp',
      why: { code: 'one-report', kind: 'bounce', rule, status, sentence },
      now,
      deliveryId: rowId,
    });
  }
}
