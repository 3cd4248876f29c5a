import type { Ledger } from '../../ledger';
import type { Lease } from '../../campaigns/deliveries/claimed';

/**
 * Moves on the leases of a worker that is still at it: a server may take ten minutes to answer a final dot. Rows that the
 * worker is writing in this moment are passed over: waiting for them row by row could end in a deadlock with that write.
 */
export function renewLeases(ledger: Ledger, lease: Lease): Promise<number> {
  return ledger.run(
    `UPDATE delivery SET lease_until = ${ledger.dialect.now} + ? WHERE id IN (
       SELECT id FROM delivery WHERE lease_owner = ? AND state IN ('claimed', 'sending') ${ledger.dialect.skipLocked}
     )`,
    [lease.ms, lease.owner],
  );
}
