import type { Ledger } from '../ledger';
import type { Lease } from './claimed';

/** Moves on the leases of a worker that is still at it: a server may take ten minutes to answer a final dot. */
export function renewLeases(ledger: Ledger, lease: Lease): Promise<number> {
  return ledger.run(
    `UPDATE delivery SET lease_until = ? WHERE lease_owner = ? AND state IN ('claimed', 'sending')`,
    [lease.until.getTime(), lease.owner],
  );
}
