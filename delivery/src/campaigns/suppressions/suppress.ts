import { addressKey, normaliseAddress, type SuppressionReason } from '../candidates';
import { DeliveryError } from '../../errors';
import { appendEvent } from '../../ledger/events';
import type { Actor, Ledger, Statements } from '../../ledger';
import { withdrawAddress } from '../changes/withdraw';
import type { SuppressionCause } from './suppression-record';

/** What is written when an address must not be mailed any more. */
interface SuppressionRequest {
  address: string;
  reason: SuppressionReason;
  /** How it came to be, as a code: `one-click`, `page`, `mail`, `smtp`, `mailbox`, a provider's name, or `desk`. */
  source: string;
  /** Who decided it, where a person of the CMS did. */
  by?: Actor;
  /** What decided it, where a report did. */
  why?: SuppressionCause;
  now: Date;
  /** The delivery that led to it, if one did. */
  deliveryId?: number;
}

/**
 * Suppresses an address: the suppression, its event, and every delivery to it that has not left, in one transaction.
 * Unsubscribes, bounces, complaints and a person's own decision all come through here.
 *
 * Idempotent by address: a suppression in force is left as it is.
 *
 * @returns `suppressed`, or `already` when one was in force
 * @throws {DeliveryError} `ADDRESS_INVALID`
 */
export function suppress(ledger: Ledger, request: SuppressionRequest): Promise<'suppressed' | 'already'> {
  return ledger.transaction((statements) => suppressWithin(statements, request));
}

/** Does what {@link suppress} does, inside a transaction of the caller's. @throws {DeliveryError} `ADDRESS_INVALID` */
export async function suppressWithin(
  statements: Statements,
  request: SuppressionRequest,
): Promise<'suppressed' | 'already'> {
  const normal = normaliseAddress(request.address);
  if (normal === null) {
    throw new DeliveryError(
      'ADDRESS_INVALID',
      { address: request.address },
      'This is not an e-mail address, so it cannot be suppressed. Write it as name@example.org.',
    );
  }
  const key = addressKey(normal);
  const at = request.now.getTime();
  const fresh = await statements.run(
    `INSERT INTO suppression (address, scope, reason, source, made_by, why, delivery_id, created_at)
     VALUES (?, 'all', ?, ?, ?, ?, ?, ?) ON CONFLICT (address, scope) WHERE lifted_at IS NULL DO NOTHING`,
    [
      key,
      request.reason,
      request.source,
      request.by?.name ?? null,
      request.why ? JSON.stringify(request.why) : null,
      request.deliveryId ?? null,
      at,
    ],
  );
  const withdrawn = await withdrawAddress(statements, key, request.now);
  if (fresh === 0) return 'already';
  await appendEvent(statements, {
    name: 'suppression.made',
    at: request.now,
    by: request.by,
    deliveryId: request.deliveryId,
    data: {
      reason: request.reason,
      source: request.source,
      rule: request.why?.rule ?? null,
      withdrawn,
    },
  });
  return 'suppressed';
}

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
 * Lifts a suppression; the row stays on record with who did it and when. An unsubscription or a complaint is the reader's
 * own word: it is lifted only with a reason and the declaration that the reader asked for it. Idempotent by id.
 *
 * @returns false when there is no suppression of this id in force
 * @throws {DeliveryError} `LIFT_REASON_MISSING`
 */
export async function liftSuppression(ledger: Ledger, request: LiftRequest): Promise<boolean> {
  const id = Number(request.id);
  if (!Number.isSafeInteger(id)) return false;
  const why = withoutAddresses(request.reason ?? '').trim();
  return ledger.transaction(async (statements) => {
    const [lifted] = await statements.rows<{ reason: SuppressionReason }>(
      'UPDATE suppression SET lifted_at = ?, lifted_by = ? WHERE id = ? AND lifted_at IS NULL RETURNING reason',
      [request.now.getTime(), request.by.name, id],
    );
    if (!lifted) return false;
    const { reason } = lifted;
    // Thrown within the transaction, so the row stays as it was.
    if (readersOwnReasons.includes(reason) && (why === '' || !request.askedByPerson)) {
      throw new DeliveryError(
        'LIFT_REASON_MISSING',
        { reason },
        'The reader unsubscribed or complained. Lift this only at their own request, and say why.',
      );
    }
    await appendEvent(statements, {
      name: 'suppression.lifted',
      at: request.now,
      by: request.by,
      data: { suppression: id, reason, why: why || null, askedByPerson: request.askedByPerson },
    });
    return true;
  });
}

/** Text that a person typed, without the addresses in it: it is kept where an erasure cannot reach it. */
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>()]+@[^\s<>()]+/g, '…');
}
