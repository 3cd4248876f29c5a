import type { Ledger, Statements } from '../../ledger';
import { words } from '../../ledger/sql';
import { statesBefore, transition } from '../../campaigns/states';

/**
 * Gives back everything this worker holds whose body never left: back in the queue, no attempt spent. Idempotent.
 *
 * @param ledger the ledger, or a transaction of it
 * @param rowIds the deliveries, or null for all that the owner holds as claimed
 * @returns how many were given back
 */
export function release(
  ledger: Statements & Pick<Ledger, 'dialect'>,
  owner: string,
  rowIds: readonly number[] | null,
  now: Date,
): Promise<number> {
  const to = transition('claimed', 'release');
  const change = `UPDATE delivery SET state = '${to}', lease_owner = NULL, lease_until = NULL, updated_at = ?`;
  if (rowIds === null) {
    // What is `sending` may have left: only its own outcome settles it.
    return ledger.run(`${change} WHERE lease_owner = ? AND state = 'claimed'`, [now.getTime(), owner]);
  }
  const ids = ledger.dialect.rowsFromJson([['id', 'integer']]);
  return ledger.run(
    `${change} WHERE id IN (${ids}) AND state IN (${words(statesBefore('release'))}) AND lease_owner = ?`,
    [now.getTime(), JSON.stringify(rowIds.map((id) => [id])), owner],
  );
}
