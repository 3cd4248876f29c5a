import type { Dialect, Statements } from '../../ledger';
import { words } from '../../ledger/sql';
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
