import { addressKey, normaliseAddress, type SuppressionReason } from '../candidates';
import { DeliveryError } from '../../errors';
import { appendEvent } from '../../ledger/events';
import type { Actor, Ledger, Statements } from '../../ledger';
import { withdrawPerson } from '../changes/withdraw';
import { personIn } from '../links/person-hash';
import type { SuppressionCause } from './suppression-record';

/** Who must not be mailed any more: by address, or by `personHash` alone where no address is known. */
type Whom = { address: string } | { person: string };

/** What is written when somebody must not be mailed any more. */
type SuppressionRequest = Whom & {
  reason: SuppressionReason;
  /** How it came to be, as a code: a `SuppressionSource`. */
  source: string;
  /** Who decided it, where a person of the CMS did. */
  by?: Actor;
  /** What decided it, where a report did. */
  why?: SuppressionCause;
  now: Date;
  /** The delivery that led to it, if one did. */
  deliveryId?: number;
};

/**
 * Suppresses a person: the suppression, its event, and every delivery to them that has not left, in one transaction.
 * Unsubscribes, bounces, complaints and a person's own decision all come through here.
 *
 * Idempotent by person: a suppression in force is left as it is, but for an address that it had not.
 *
 * @returns `suppressed`, or `already` when one was in force
 * @throws {DeliveryError} `ADDRESS_INVALID`
 */
export function suppress(ledger: Ledger, request: SuppressionRequest): Promise<'suppressed' | 'already'> {
  return ledger.transaction((statements) => suppressWithin(statements, ledger, request));
}

/** Does what {@link suppress} does, inside a transaction of the caller's. @throws {DeliveryError} `ADDRESS_INVALID` */
export async function suppressWithin(
  statements: Statements,
  ledger: Pick<Ledger, 'personKey'>,
  request: SuppressionRequest,
): Promise<'suppressed' | 'already'> {
  const { person, address } = namedBy(ledger, request);
  const fresh = await statements.run(
    `INSERT INTO suppression (person, address, scope, reason, source, made_by, why, delivery_id, created_at)
     VALUES (?, ?, 'all', ?, ?, ?, ?, ?, ?) ON CONFLICT (person, scope) WHERE lifted_at IS NULL DO NOTHING`,
    [
      person,
      address,
      request.reason,
      request.source,
      request.by?.name ?? null,
      request.why ? JSON.stringify(request.why) : null,
      request.deliveryId ?? null,
      request.now.getTime(),
    ],
  );
  const withdrawn = await withdrawPerson(statements, person, request.now);
  if (fresh === 0) {
    if (address !== null) await fillAddress(statements, person, address);
    return 'already';
  }
  await appendEvent(statements, {
    name: 'suppression.made',
    at: request.now,
    by: request.by,
    deliveryId: request.deliveryId,
    person,
    data: {
      reason: request.reason,
      source: request.source,
      rule: request.why?.rule ?? null,
      withdrawn,
    },
  });
  return 'suppressed';
}

function namedBy(ledger: Pick<Ledger, 'personKey'>, whom: Whom): { person: string; address: string | null } {
  if (!('address' in whom)) return { person: whom.person, address: null };
  const normal = normaliseAddress(whom.address);
  if (normal === null) {
    throw new DeliveryError(
      'ADDRESS_INVALID',
      { address: whom.address },
      'This is not an e-mail address, so it cannot be suppressed. Write it as name@example.org.',
    );
  }
  const address = addressKey(normal);
  return { person: personIn(ledger, address), address };
}

/** For whoever reads the list of suppressions: one that came by a link alone has no address until somebody names it. */
async function fillAddress(statements: Statements, person: string, address: string): Promise<void> {
  await statements.run(
    'UPDATE suppression SET address = ? WHERE person = ? AND lifted_at IS NULL AND address IS NULL',
    [address, person],
  );
}
