import { type SuppressionReason } from '../candidates';
import { withoutAddresses } from '../../ledger/without-addresses';
import { DeliveryError } from '../../errors';
import { appendEvent } from '../../ledger/events';
import type { Actor, Ledger } from '../../ledger';
import { withoutAddressesIn } from './suppression-record';

/** Reasons by which readers themselves said that they want no mail, and which only they can take back. */
const readersOwnReasons: readonly SuppressionReason[] = ['unsubscribed', 'complained'];

/** Whom a suppression is lifted by, and why. */
interface LiftRequest {
  id: string;
  by: Actor;
  /** Why, in the words of whoever lifts it; addresses in it are left out of the record. Null where none was given. */
  reason: string | null;
  /** Whether the reader asked for it, as whoever lifts it declares. */
  askedByPerson: boolean;
  now: Date;
}

/**
 * Lifts a suppression; the row stays on record with who did it, when and why, and without the address. An unsubscription or a
 * complaint is the reader's own word: it is lifted only with a reason and the declaration that the reader asked for it.
 * Idempotent by id.
 *
 * @returns false when there is no suppression of this id in force
 * @throws {DeliveryError} `LIFT_REASON_MISSING`
 */
export async function liftSuppression(ledger: Ledger, request: LiftRequest): Promise<boolean> {
  const id = Number(request.id);
  if (!Number.isSafeInteger(id)) return false;
  const lifting = withoutAddresses(request.reason ?? '').trim();
  return ledger.transaction(async (statements) => {
    const [lifted] = await statements.rows<{ reason: SuppressionReason; person: string; why: string | null }>(
      `UPDATE suppression SET lifted_at = ?, lifted_by = ?, lift_reason = ?, address = NULL
       WHERE id = ? AND lifted_at IS NULL RETURNING reason, person, why`,
      [request.now.getTime(), request.by.name, lifting || null, id],
    );
    if (!lifted) return false;
    const { reason, person, why } = lifted;
    // Thrown within the transaction, so the row stays as it was.
    if (readersOwnReasons.includes(reason) && (lifting === '' || !request.askedByPerson)) {
      throw new DeliveryError(
        'LIFT_REASON_MISSING',
        { reason },
        'The reader unsubscribed or complained. Lift this only at their own request, and say why.',
      );
    }
    if (why !== null)
      await statements.run('UPDATE suppression SET why = ? WHERE id = ?', [withoutAddressesIn(why), id]);
    await appendEvent(statements, {
      name: 'suppression.lifted',
      at: request.now,
      by: request.by,
      person,
      data: { suppression: id, reason, why: lifting || null, askedByPerson: request.askedByPerson },
    });
    return true;
  });
}
