import type { Language } from '@nachra/renderer';
import type { Dialect, Ledger, Statements } from '../../ledger';
import { words } from '../../ledger/sql';
import { mayBeClaimed, statesBefore, transition } from '../states';
import { deliveryId, type DeliveryOutcome } from '../deliveries/delivery';

/**
 * Who takes a lease, and for how long. Its end is computed by the clock of the ledger's database, at each write and each
 * check: a worker whose own clock is wrong, or is set back, would treat the work of others as lost, or lose its own.
 */
export interface Lease {
  /** Names one process: see `worker/owner.ts`. */
  owner: string;
  /** Milliseconds without renewal. */
  ms: number;
}

/** A delivery that a worker holds under its lease: all it needs to make and send the message. */
export interface ClaimedDelivery {
  /** The row's number in the ledger. */
  rowId: number;
  /** The campaign's row, and its public id. */
  campaignRow: number;
  campaignId: string;
  /** Public id: names the delivery in links and in the Message-ID. */
  deliveryId: string;
  address: string;
  /** Names whoever is behind the address, in links and events; see `personHash`. */
  person: string;
  firstName?: string;
  /** The language of the edition that is sent. */
  language: Language;
  /** Attempts before this one. */
  attempts: number;
  /** Refusals before this one that were our pace's, and cost no attempt. */
  rateRefusals: number;
}

interface ClaimedRow {
  id: number;
  address: string;
  person: string;
  first_name: string | null;
  language: string;
  attempts: number;
  rate_refusals: number;
}

const unheld = 'lease_owner = NULL, lease_until = NULL';

/**
 * Claims up to `limit` due deliveries of one campaign under a lease. One statement picks and claims them, so two workers never
 * hold the same one.
 *
 * @returns what was claimed, in the order in which it was frozen
 */
export async function claimDue(
  ledger: Ledger,
  campaign: { row: number; id: string },
  lease: Lease,
  { limit, now }: { limit: number; now: Date },
): Promise<ClaimedDelivery[]> {
  const rows = await ledger.rows<ClaimedRow>(
    // Materialized: a planner that ran the subquery once for each row would claim more than the limit.
    `WITH picked AS MATERIALIZED (
       SELECT id FROM delivery
       WHERE campaign_id = ? AND state IN (${words(statesBefore('claim'))}) AND next_attempt_at <= ?
       ORDER BY next_attempt_at, id LIMIT ? ${ledger.dialect.skipLocked}
     )
     UPDATE delivery SET state = '${transition('queued', 'claim')}', lease_owner = ?, lease_until = ${ledger.dialect.now} + ?, updated_at = ?
     WHERE id IN (SELECT id FROM picked)
     RETURNING id, address, person, first_name, language, attempts, rate_refusals`,
    [campaign.row, now.getTime(), limit, lease.owner, lease.ms, now.getTime()],
  );
  return rows
    .sort((a, b) => a.id - b.id)
    .map((row) => ({
      rowId: row.id,
      campaignRow: campaign.row,
      campaignId: campaign.id,
      deliveryId: deliveryId(campaign.id, row.id),
      address: row.address,
      person: row.person,
      ...(row.first_name === null ? {} : { firstName: row.first_name }),
      language: row.language as Language,
      attempts: row.attempts,
      rateRefusals: row.rate_refusals,
    }));
}

/**
 * Keeps campaigns from being stopped while a transaction begins deliveries of them: whoever stops one sees afterwards whom it has
 * reached. Comes first in the transaction, as with everybody who locks a campaign and then its deliveries.
 */
export async function keepCampaigns(
  statements: Statements,
  dialect: Dialect,
  campaignRows: readonly number[],
): Promise<void> {
  if (dialect.shareLock === null) return;
  await statements.rows(
    `SELECT id FROM campaign WHERE id IN (${idsOf(dialect)}) ORDER BY id ${dialect.shareLock}`,
    [idRows([...new Set(campaignRows)])],
  );
}

/**
 * Writes the intent: these messages are about to leave. Within a transaction, which must be committed before the first byte is
 * sent. Left out are deliveries that are suppressed by now, held by another worker, or in a campaign that may not be sent (now).
 *
 * @returns the row ids that were begun; no other may be sent
 */
export async function beginClaimed(
  statements: Statements,
  dialect: Dialect,
  rowIds: readonly number[],
  lease: Lease,
  now: Date,
): Promise<ReadonlySet<number>> {
  const rows = await statements.rows<{ id: number }>(
    `UPDATE delivery SET state = '${transition('claimed', 'begin')}', lease_until = ${dialect.now} + ?, updated_at = ?
     WHERE id IN (${idsOf(dialect)}) AND state = 'claimed' AND lease_owner = ?
       AND campaign_id IN (SELECT c.id FROM campaign c WHERE ${mayBeClaimed})
       AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.person = delivery.person AND s.lifted_at IS NULL)
     RETURNING id`,
    [lease.ms, now.getTime(), idRows(rowIds), lease.owner],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Extends the leases of a worker that is still working: a server may take ten minutes to answer the final dot. Rows that the
 * worker is writing at this moment are skipped, because waiting for them row by row could deadlock with that write. Idempotent.
 */
export function renewLeases(ledger: Ledger, lease: Lease): Promise<number> {
  return ledger.run(
    `UPDATE delivery SET lease_until = ${ledger.dialect.now} + ? WHERE id IN (
       SELECT id FROM delivery WHERE lease_owner = ? AND state IN ('claimed', 'sending') ${ledger.dialect.skipLocked}
     )`,
    [lease.ms, lease.owner],
  );
}

/**
 * Returns everything that a worker has claimed and not begun to the queue, without spending an attempt. A message that is
 * `sending` may have left, and only its own outcome settles it. Idempotent by owner.
 *
 * @returns how many were returned
 */
export function releaseClaimed(ledger: Ledger, owner: string, now: Date): Promise<number> {
  return ledger.run(
    `UPDATE delivery SET state = '${transition('claimed', 'release')}', ${unheld}, updated_at = ?
     WHERE lease_owner = ? AND state = 'claimed'`,
    [now.getTime(), owner],
  );
}

/**
 * Returns deliveries whose message body certainly did not leave to the queue, begun or not, without spending an attempt.
 * Idempotent by row and owner.
 */
export function releaseUnharmed(
  statements: Statements,
  dialect: Dialect,
  owner: string,
  rowIds: readonly number[],
  now: Date,
): Promise<number> {
  return statements.run(
    `UPDATE delivery SET state = '${transition('claimed', 'release')}', ${unheld}, updated_at = ?
     WHERE id IN (${idsOf(dialect)}) AND state IN (${words(statesBefore('release'))}) AND lease_owner = ?`,
    [now.getTime(), idRows(rowIds), owner],
  );
}

/**
 * Returns claimed deliveries to the queue until they may leave, because their domain's limit is reached. No attempt is spent,
 * since none was made. Idempotent by row and owner.
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
    `UPDATE delivery SET state = '${transition('claimed', 'release')}', next_attempt_at = r.next_attempt_at, ${unheld}, updated_at = ?
     FROM (${rows}) AS r WHERE delivery.id = r.id AND delivery.state = 'claimed' AND delivery.lease_owner = ?`,
    [now.getTime(), JSON.stringify(held.map(({ rowId, until }) => [rowId, until.getTime()])), owner],
  );
}

/** Who holds deliveries, and whether the lease of one of them has run out. */
export async function leaseHolders(ledger: Ledger): Promise<{ owner: string; isOver: boolean }[]> {
  const rows = await ledger.rows<{ lease_owner: string; is_over: number | boolean }>(
    `SELECT lease_owner, MIN(lease_until) <= ${ledger.dialect.now} AS is_over FROM delivery WHERE state IN ('claimed', 'sending') GROUP BY lease_owner`,
  );
  return rows.map(({ lease_owner: owner, is_over: isOver }) => ({ owner, isOver: Boolean(isOver) }));
}

const workerLost: DeliveryOutcome = { kind: 'worker-lost', code: null, enhanced: null, reply: '' };

/**
 * Ends the leases of a lost worker: deliveries that were only claimed go back to the queue; those under way are in doubt, and
 * are never sent again automatically. Within a transaction. Idempotent by owner.
 *
 * @param which `all` when the owner certainly no longer runs; else only the leases that have run out, since a live worker may
 *   hold newer ones
 */
export async function expireLeases(
  statements: Statements,
  dialect: Dialect,
  owner: string,
  which: 'all' | 'run-out',
  now: Date,
): Promise<{ requeued: number; doubtful: { id: number; campaign_id: number; person: string }[] }> {
  const theirs = `lease_owner = ?${which === 'all' ? '' : ` AND lease_until <= ${dialect.now}`}`;
  const requeued = await statements.run(
    `UPDATE delivery SET state = '${transition('claimed', 'expire')}', ${unheld}, updated_at = ?
     WHERE state = 'claimed' AND ${theirs}`,
    [now.getTime(), owner],
  );
  const doubtful = await statements.rows<{ id: number; campaign_id: number; person: string }>(
    `UPDATE delivery SET state = '${transition('sending', 'expire')}', outcome = ?, attempts = attempts + 1, ${unheld}, updated_at = ?
     WHERE state = 'sending' AND ${theirs} RETURNING id, campaign_id, person`,
    [JSON.stringify(workerLost), now.getTime(), owner],
  );
  return { requeued, doubtful };
}

/** A sub-select of the ids in one binding, for `IN (…)`; {@link idRows} is the binding. */
export function idsOf(dialect: Dialect): string {
  return dialect.rowsFromJson([['id', 'integer']]);
}

/** See {@link idsOf}. */
export function idRows(rowIds: readonly number[]): string {
  return JSON.stringify(rowIds.map((id) => [id]));
}
