import { addressKey, normaliseAddress } from '../candidates';
import { withoutAddresses } from '../../ledger/without-addresses';
import { countLeaving, eraseFromDeliveries } from '../changes/erase';
import { DeliveryError } from '../../errors';
import type { Actor, Ledger } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { personIn } from '../links/person-hash';
import { withoutAddressesIn } from './suppression-record';

/** What became of an erasure: `leaving` while a message to the person is on its way, and nothing was changed then. */
type Erasure =
  | {
      kind: 'erased';
      /** Deliveries that the address was taken out of, and how many of them had not left. */
      deliveries: number;
      withdrawn: number;
      /** Whether a suppression is in force; it holds by the person's hash. */
      isSuppressed: boolean;
    }
  | { kind: 'leaving'; count: number }
  | { kind: 'unknown' };

/**
 * Erases a person's address from the ledger, with the name and the identifier beside it: from every delivery, whose state stays, and
 * from the suppression, which goes on by the person's hash, as does a link in an old mail. What has not left is withdrawn. The
 * event names the person by hash. Idempotent by person.
 *
 * @param request.subscribers how many subscribers of the address the content had, for the record; with none there and nothing
 *   here the answer is `unknown`, and nothing is written
 * @throws {DeliveryError} `ADDRESS_INVALID`
 */
export function erasePerson(
  ledger: Ledger,
  request: { address: string; reason: string; subscribers: number; by: Actor; now: Date },
): Promise<Erasure> {
  const { reason, subscribers, by, now } = request;
  const address = normaliseAddress(request.address);
  if (address === null)
    throw new DeliveryError(
      'ADDRESS_INVALID',
      { address: request.address },
      'This is not an e-mail address, so nobody can be erased by it. Write it as name@example.org.',
    );
  const whom = { person: personIn(ledger, address), addressKey: addressKey(address) };
  return ledger.transaction(async (statements) => {
    const { erasingAddresses } = ledger.dialect;
    if (erasingAddresses !== null) await statements.rows(erasingAddresses);
    // A write that changes nothing: it takes the lock.
    await statements.run('UPDATE suppression SET scope = scope WHERE person = ?', [whom.person]);
    const count = await countLeaving(statements, whom);
    if (count > 0) return { kind: 'leaving', count };
    const [suppression] = await statements.rows<{ id: number; address: string | null; why: string | null }>(
      'SELECT id, address, why FROM suppression WHERE person = ? AND lifted_at IS NULL',
      [whom.person],
    );
    if (suppression)
      await statements.run('UPDATE suppression SET address = NULL, why = ? WHERE id = ?', [
        suppression.why && withoutAddressesIn(suppression.why),
        suppression.id,
      ]);
    const { deliveries, withdrawn } = await eraseFromDeliveries(statements, whom, now);
    if (deliveries + subscribers === 0 && !suppression?.address) return { kind: 'unknown' };
    await appendEvent(statements, {
      name: 'person.erased',
      at: now,
      by,
      person: whom.person,
      data: { why: withoutAddresses(reason), subscribers, deliveries, withdrawn },
    });
    return { kind: 'erased', deliveries, withdrawn, isSuppressed: suppression !== undefined };
  });
}
