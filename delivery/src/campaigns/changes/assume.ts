import type { Statements } from '../../ledger';
import { words } from '../../ledger/sql';
import { statesBefore, transition } from '../states';
import type { DeliveryOutcome } from '../deliveries/delivery';

const treatedAsSent: DeliveryOutcome = { kind: 'treated-as-sent', code: null, enhanced: null, reply: '' };

/**
 * Treats deliveries that wait as perhaps sent, by a person's word after a restore: the ledger may have forgotten that they left.
 * Within a transaction. Idempotent.
 *
 * @param which `with-evidence`: only those whose message has been answered by a bounce, a complaint or the like
 * @returns how many are in doubt from now on
 */
export function assumeSent(
  statements: Statements,
  campaign: number,
  which: 'all' | 'with-evidence',
  now: Date,
): Promise<number> {
  const evidence =
    which === 'all' ? '' : 'AND EXISTS (SELECT 1 FROM feedback f WHERE f.delivery_id = delivery.id)';
  return statements.run(
    `UPDATE delivery SET state = '${transition('queued', 'assume')}', outcome = ?, lease_owner = NULL, lease_until = NULL, updated_at = ?
     WHERE campaign_id = ? AND state IN (${words(statesBefore('assume'))}) ${evidence}`,
    [JSON.stringify(treatedAsSent), now.getTime(), campaign],
  );
}
