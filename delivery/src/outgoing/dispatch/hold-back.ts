import type { Ledger } from '../../ledger';
import { transition } from '../../campaigns/states';

/**
 * Gives claimed deliveries back to the queue until they may leave: their domain takes no more for now. No attempt is
 * spent, for none was made. Idempotent.
 */
export async function holdBack(
  ledger: Ledger,
  owner: string,
  held: readonly { rowId: number; until: Date }[],
  now: Date,
): Promise<void> {
  if (held.length === 0) return;
  const rows = ledger.dialect.rowsFromJson([
    ['id', 'integer'],
    ['next_attempt_at', 'integer'],
  ]);
  await ledger.run(
    `UPDATE delivery SET state = '${transition('claimed', 'release')}', next_attempt_at = r.next_attempt_at,
       lease_owner = NULL, lease_until = NULL, updated_at = ?
     FROM (${rows}) AS r WHERE delivery.id = r.id AND delivery.state = 'claimed' AND delivery.lease_owner = ?`,
    [now.getTime(), JSON.stringify(held.map(({ rowId, until }) => [rowId, until.getTime()])), owner],
  );
}
