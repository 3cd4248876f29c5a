import type { Ledger, Statements } from '../../ledger';
import { words } from '../../ledger/sql';
import { statesBefore, transition } from '../../campaigns/states';

/**
 * Suppresses those of some deliveries whose address must not be mailed and which can still be held back. Idempotent.
 *
 * A suppression withdraws what waits when it is made; but what was `sending` at that moment may come back to the queue
 * afterwards (refused for now, server gone), and would go out at its next turn.
 */
export function withdrawSuppressed(
  statements: Statements,
  { dialect }: Ledger,
  rowIds: readonly number[],
  now: Date,
): Promise<number> {
  const ids = dialect.rowsFromJson([['id', 'integer']]);
  return statements.run(
    `UPDATE delivery SET state = '${transition('queued', 'suppress')}', lease_owner = NULL, lease_until = NULL, updated_at = ?
     WHERE id IN (${ids}) AND state IN (${words(statesBefore('suppress'))})
       AND EXISTS (SELECT 1 FROM suppression s WHERE s.address = delivery.address_key AND s.lifted_at IS NULL)`,
    [now.getTime(), JSON.stringify(rowIds.map((id) => [id]))],
  );
}
