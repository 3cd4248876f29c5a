import type { Language } from '@nachra/renderer';
import type { Dialect, Statements } from '../../ledger';
import { words } from '../../ledger/sql';
import { writtenAddressKey } from '../candidates/email-address';
import type { DeliveryOutcome } from '../deliveries/delivery';
import { statesBefore, transition } from '../states';
import { idRows, idsOf } from './claim';

const withdraw = `UPDATE delivery SET state = '${transition('queued', 'suppress')}', lease_owner = NULL, lease_until = NULL, updated_at = ?`;
const notLeft = `state IN (${words(statesBefore('suppress'))})`;

/**
 * Withdraws every delivery to a person that has not left, in all campaigns. Idempotent by person.
 *
 * @param person as `personHash` names them
 * @returns how many were withdrawn
 */
export function withdrawPerson(statements: Statements, person: string, now: Date): Promise<number> {
  return statements.run(`${withdraw} WHERE person = ? AND ${notLeft}`, [now.getTime(), person]);
}

/** Withdraws every delivery whose reader must not be mailed and which can still be held back. Idempotent. @returns how many */
export function withdrawEverySuppressed(statements: Statements, now: Date): Promise<number> {
  return statements.run(
    `${withdraw} WHERE ${notLeft}
       AND EXISTS (SELECT 1 FROM suppression s WHERE s.person = delivery.person AND s.lifted_at IS NULL)`,
    [now.getTime()],
  );
}

/**
 * Withdraws those of some deliveries whose reader must not be mailed and which can still be held back. Idempotent by row.
 *
 * A suppression withdraws what waits when it is made; but what was `sending` at that moment may come back to the queue
 * afterwards (refused for now, server gone), and would go out at its next turn.
 */
export function withdrawSuppressed(
  statements: Statements,
  dialect: Dialect,
  rowIds: readonly number[],
  now: Date,
): Promise<number> {
  return statements.run(
    `${withdraw} WHERE id IN (${idsOf(dialect)}) AND ${notLeft}
       AND EXISTS (SELECT 1 FROM suppression s WHERE s.person = delivery.person AND s.lifted_at IS NULL)`,
    [now.getTime(), idRows(rowIds)],
  );
}

/** A statement that withdraws some rows and says why. Bindings: the instant, the outcome, what `ids` asks for. */
export const withdrawRows = (ids: string): string =>
  `${withdraw}, outcome = ? WHERE id IN (${ids}) AND ${notLeft}`;

/** What is said of a delivery by {@link withdrawSubscriber}. */
export const noLongerSubscribed: DeliveryOutcome = {
  ...{ kind: 'no-longer-subscribed', code: null, enhanced: null, reply: '' },
};

/**
 * Withdraws what has not left to a subscriber who is deleted, not confirmed any more, or at another address. Idempotent by
 * subscriber.
 *
 * @param address where she may still be mailed; null for nowhere
 * @returns how many were withdrawn
 */
export function withdrawSubscriber(
  statements: Statements,
  { subscriberId, address }: { subscriberId: string; address: string | null },
  now: Date,
): Promise<number> {
  const key = address === null ? null : writtenAddressKey(address);
  return statements.run(
    `${withdraw}, outcome = ? WHERE subscriber_id = ? AND ${notLeft}${key === null ? '' : ' AND address_key <> ?'}`,
    [now.getTime(), JSON.stringify(noLongerSubscribed), subscriberId, ...(key === null ? [] : [key])],
  );
}

const corrected: DeliveryOutcome = { kind: 'corrected', code: null, enhanced: null, reply: '' };

/**
 * Withdraws what still waits of earlier rounds of a number for whoever a new campaign brings a correction: after the correction, nobody
 * gets what was wrong. Within the transaction that freezes the campaign, when its deliveries and editions are written. A campaign of
 * a first round withdraws nothing and reads nothing.
 *
 * @param rounds of the campaign's editions
 */
export async function withdrawOvertaken(
  statements: Statements,
  campaign: { campaignRow: number; issueNumber: number; rounds?: Partial<Record<Language, number>> },
  now: Date,
): Promise<void> {
  const { campaignRow, issueNumber, rounds = {} } = campaign;
  for (const [language, round] of Object.entries(rounds)) {
    if (round === 0) continue;
    const theirs = (column: string) =>
      `${column} IN (SELECT n.${column} FROM delivery n WHERE n.campaign_id = ? AND n.language = ?)`;
    await statements.run(
      `${withdraw}, outcome = ? WHERE ${notLeft}
         AND campaign_id IN (SELECT c.id FROM campaign c WHERE c.issue_number = ? AND c.id <> ? AND c.intent <> 'cancel')
         AND EXISTS (SELECT 1 FROM edition e
           WHERE e.campaign_id = delivery.campaign_id AND e.language = delivery.language AND e.round < ?)
         AND (${theirs('subscriber_id')} OR ${theirs('person_id')} OR ${theirs('address_key')})`,
      [
        ...[now.getTime(), JSON.stringify(corrected), issueNumber, campaignRow, round],
        ...[campaignRow, language, campaignRow, language, campaignRow, language],
      ],
    );
  }
}
