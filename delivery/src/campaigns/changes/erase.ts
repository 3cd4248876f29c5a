import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Statements } from '../../ledger';
import { words } from '../../ledger/sql';
import { outcomeSchema, type DeliveryOutcome } from '../deliveries/delivery';
import { statesBefore, transition } from '../states';
import { withoutAddresses } from '../../ledger/without-addresses';
import { noLongerSubscribed } from './withdraw';

/** Whoever is erased: as deliveries name them by hash, and the form in which addresses are compared. */
interface Erased {
  person: string;
  addressKey: string;
}

const isTheirs = '(person = ? OR address_key = ?)';
const erased: DeliveryOutcome = { kind: 'erased', code: null, enhanced: null, reply: '' };

/** Rows looked through by one statement: no index finds a person, for it would slow down every freeze. */
const pieceSize = 20_000;

/** How many messages to a person are leaving at this moment. */
export async function countLeaving(
  statements: Pick<Statements, 'rows'>,
  { person, addressKey }: Erased,
): Promise<number> {
  // The first condition is that of the index.
  const [row] = await statements.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM delivery
     WHERE state IN ('claimed', 'sending') AND state = 'sending' AND ${isTheirs}`,
    [person, addressKey],
  );
  return Number(row?.count ?? 0);
}

/**
 * Takes a person out of all deliveries: what has not left is withdrawn, or was as the subscriber was deleted; of the others the address, the name, the person identifier
 * and the addresses that a server quoted go, and the state and the person's hash stay. Idempotent by person. Within a transaction.
 *
 * @returns how many deliveries were theirs, and how many of those were withdrawn
 */
export async function eraseFromDeliveries(
  statements: Statements,
  { person, addressKey }: Erased,
  now: Date,
): Promise<{ deliveries: number; withdrawn: number }> {
  const [newest] = await statements.rows<{ id: number | null }>('SELECT MAX(id) AS id FROM delivery');
  const last = Number(newest?.id ?? 0);
  let [deliveries, withdrawn] = [0, 0];
  for (let from = 1; from <= last; from += pieceSize) {
    const piece = [from, from + pieceSize - 1, person, addressKey];
    withdrawn += await statements.run(
      `UPDATE delivery SET state = '${transition('queued', 'suppress')}', lease_owner = NULL, lease_until = NULL,
         outcome = ?, updated_at = ?
       WHERE id BETWEEN ? AND ? AND ${isTheirs} AND (state IN (${words(statesBefore('suppress'))}) OR outcome = ?)`,
      [JSON.stringify(erased), now.getTime(), ...piece, JSON.stringify(noLongerSubscribed)],
    );
    const rows = await statements.rows<{ id: number; outcome: string | null }>(
      `UPDATE delivery SET address = '', address_key = ?, first_name = NULL, person_id = ''
       WHERE id BETWEEN ? AND ? AND ${isTheirs} AND address <> '' RETURNING id, outcome`,
      [person, ...piece],
    );
    for (const { id, outcome } of rows) {
      const scrubbed = outcome && withoutAddressesInOutcome(outcome);
      if (scrubbed !== outcome)
        await statements.run('UPDATE delivery SET outcome = ? WHERE id = ?', [scrubbed, id]);
    }
    deliveries += rows.length;
    await nextTurn();
  }
  return { deliveries, withdrawn };
}

/** A stored outcome without the addresses that a server quoted. Pure. */
function withoutAddressesInOutcome(outcome: string): string {
  const said = outcomeSchema.parse(JSON.parse(outcome));
  return JSON.stringify({ ...said, reply: withoutAddresses(said.reply) });
}
