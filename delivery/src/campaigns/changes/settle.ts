import type { Language } from '@nachra/renderer';
import type { Dialect, Statements } from '../../ledger';
import { words } from '../../ledger/sql';
import {
  deliveryEvents,
  holdersOfNumber,
  peopleAmong,
  statesBefore,
  transition,
  type DeliveryState,
  type SettlingEvent,
} from '../states';
import type { DeliveryOutcome } from '../deliveries/delivery';
import { idRows, idsOf } from './claim';

/** What is to be written of one delivery after its attempt. */
export interface Settled {
  rowId: number;
  state: DeliveryState;
  attempts: number;
  rateRefusals: number;
  nextAttemptAt: Date;
  outcome: DeliveryOutcome;
}

/** Where later evidence may take a delivery that is in doubt. */
const evidence = deliveryEvents.flatMap((event) => transition('in-doubt', event) ?? []);

/**
 * Writes what became of attempts, in one statement. Idempotent by row: only what is under way is settled.
 *
 * An acceptance or a final refusal that came after the lease had run out settles the doubt as well: there is no better
 * evidence. A refusal for now does not, for it would send again by itself what stands in doubt.
 *
 * @returns the row ids that were settled
 */
export async function settleAttempts(
  statements: Statements,
  dialect: Dialect,
  settled: readonly Settled[],
  now: Date,
): Promise<ReadonlySet<number>> {
  const rows = dialect.rowsFromJson([
    ['id', 'integer'],
    ['state', 'text'],
    ['attempts', 'integer'],
    ['rate_refusals', 'integer'],
    ['next_attempt_at', 'integer'],
    ['outcome', 'text'],
  ]);
  const values = settled.map(({ rowId, state, attempts, rateRefusals, nextAttemptAt, outcome }) => [
    rowId,
    state,
    attempts,
    rateRefusals,
    nextAttemptAt.getTime(),
    JSON.stringify(outcome),
  ]);
  const written = await statements.rows<{ id: number }>(
    `UPDATE delivery SET state = r.state, attempts = r.attempts, rate_refusals = r.rate_refusals,
       next_attempt_at = r.next_attempt_at, outcome = r.outcome, lease_owner = NULL, lease_until = NULL, updated_at = ?
     FROM (${rows}) AS r WHERE delivery.id = r.id
       AND (delivery.state = 'sending' OR (delivery.state = 'in-doubt' AND r.state IN (${words(evidence)})))
     RETURNING delivery.id`,
    [now.getTime(), JSON.stringify(values)],
  );
  return new Set(written.map(({ id }) => id));
}

/**
 * Settles one doubt by what came back from the recipient's side. Idempotent by row: a delivery that is not in doubt is left
 * alone, for an accepted message that bounces later was accepted.
 *
 * @returns the campaign's row and whom the delivery was to, or null when there was no doubt
 */
export async function settleDoubt(
  statements: Statements,
  rowId: number,
  { event, outcome }: { event: SettlingEvent; outcome: DeliveryOutcome },
  now: Date,
): Promise<{ campaignRow: number; person: string } | null> {
  const [settled] = await statements.rows<{ campaign_id: number; person: string }>(
    `UPDATE delivery SET state = ?, outcome = ?, updated_at = ? WHERE id = ? AND state = 'in-doubt' RETURNING campaign_id, person`,
    [transition('in-doubt', event), JSON.stringify(outcome), now.getTime(), rowId],
  );
  return settled ? { campaignRow: settled.campaign_id, person: settled.person } : null;
}

/** A delivery that a decision changed, and whom it is to. */
interface ChangedRow {
  id: number;
  person: string;
}

/** What a person decided of deliveries of one campaign. */
interface Decided {
  campaignRow: number;
  rowIds: readonly number[];
  event: SettlingEvent;
}

/** The operator's word in the place of a server's answer. */
const byHand: DeliveryOutcome = { kind: 'by-hand', code: null, enhanced: null, reply: '' };

/**
 * Settles doubts by a person's word. Idempotent by row: only what is in doubt is settled.
 *
 * @returns those that changed
 */
export async function decideDoubts(
  statements: Statements,
  dialect: Dialect,
  { campaignRow, rowIds, event }: Decided,
  now: Date,
): Promise<ChangedRow[]> {
  return statements.rows<ChangedRow>(
    `UPDATE delivery SET state = ?, outcome = ?, next_attempt_at = ?, updated_at = ?
     WHERE id IN (${idsOf(dialect)}) AND campaign_id = ? AND state = 'in-doubt' RETURNING id, person`,
    [
      transition('in-doubt', event),
      JSON.stringify(byHand),
      now.getTime(),
      now.getTime(),
      idRows(rowIds),
      campaignRow,
    ],
  );
}

/**
 * Puts deliveries back into the queue by a person's word: the only way that anybody may get a message twice. Whoever is
 * suppressed, or has the number by another campaign since, stays out of it, and so does a language that is not among those given. Not idempotent once it was sent and refused again, and not meant to be.
 *
 * @returns those that changed
 */
export async function sendAgain(
  statements: Statements,
  dialect: Dialect,
  {
    campaignRow,
    rowIds,
    languages,
  }: Omit<Decided, 'event'> & { languages?: readonly Language[] | undefined },
  now: Date,
): Promise<ChangedRow[]> {
  const editions = await statements.rows<{ issue_number: number; language: Language; round: number }>(
    `SELECT c.issue_number, e.language, e.round FROM campaign c JOIN edition e ON e.campaign_id = c.id WHERE c.id = ?`,
    [campaignRow],
  );
  const holders = `${holdersOfNumber} AND e.round >= ?`;
  const changed: ChangedRow[] = [];
  for (const { issue_number, language, round } of editions) {
    if (languages?.includes(language) === false) continue;
    const held = [issue_number, campaignRow, round];
    const rows = await statements.rows<ChangedRow>(
      `UPDATE delivery SET state = '${transition('in-doubt', 'resend')}', outcome = NULL, attempts = 0, rate_refusals = 0, next_attempt_at = ?, updated_at = ?
       WHERE id IN (${idsOf(dialect)}) AND campaign_id = ? AND language = ? AND address <> '' AND state IN (${words(statesBefore('resend'))})
         AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.person = delivery.person AND s.lifted_at IS NULL)
         AND subscriber_id NOT IN (${peopleAmong(holders)})
         AND person_id NOT IN (${peopleAmong(holders)})
         AND address_key NOT IN (SELECT d.address_key ${holders})
       RETURNING id, person`,
      [
        ...[now.getTime(), now.getTime(), idRows(rowIds), campaignRow, language],
        ...[...held, ...held, ...held, ...held, ...held],
      ],
    );
    changed.push(...rows);
  }
  return changed;
}
