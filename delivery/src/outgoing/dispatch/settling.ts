import type { ClaimedDelivery, Lease } from '../../campaigns/changes/claim';
import { releaseUnharmed } from '../../campaigns/changes/claim';
import { settleAttempts, type Settled } from '../../campaigns/changes/settle';
import { withdrawSuppressed } from '../../campaigns/changes/withdraw';
import { transition, type DeliveryEvent } from '../../campaigns/states';
import { suppressWithin } from '../../campaigns/suppressions/suppress';
import { judge } from '../../incoming/bounce/judge';
import type { Ledger, Statements } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { isThrottled, type SmtpOutcome } from '../smtp';
import { nextAttempt, type BackOff } from './back-off';

/** A delivery whose attempt is over. */
export interface Ended {
  delivery: ClaimedDelivery;
  outcome: SmtpOutcome;
}

/** What is to be written of one delivery after its attempt. */
interface Settlement extends Settled {
  campaignRow: number;
  address: string;
  person: string;
}

const events: Record<Exclude<SmtpOutcome['kind'], 'server-unavailable'>, DeliveryEvent> = {
  accepted: 'accept',
  deferred: 'defer',
  rejected: 'reject',
  'in-doubt': 'doubt',
};

/**
 * So many refusals that ask for a slower pace cost a message no attempt: they speak of our rate, not of its recipient, and its domain's
 * pace is lowered for them. A server that answers so for ever is a refusal like any other from then on, so that retries end.
 */
const mostRateRefusals = 5;

/**
 * Decides what an answer means for a delivery. Pure.
 *
 * @returns null when the server took nothing of this message and would take no other: the delivery goes back to the queue
 */
function settle({ delivery, outcome }: Ended, now: Date, backOff?: BackOff): Settlement | null {
  if (outcome.kind === 'server-unavailable') return null;
  const isOurPace = isThrottled(outcome) && delivery.rateRefusals < mostRateRefusals;
  const attempts = delivery.attempts + Number(!isOurPace);
  const rateRefusals = delivery.rateRefusals + Number(isOurPace);
  const { code, enhanced, reply } = outcome;
  const next = outcome.kind === 'deferred' ? nextAttempt({ attempts, rateRefusals }, now, backOff) : now;
  const gaveUp = next === null;
  const event = gaveUp ? 'reject' : events[outcome.kind];
  return {
    rowId: delivery.rowId,
    campaignRow: delivery.campaignRow,
    address: delivery.address,
    person: delivery.person,
    // A delivery under way can take each of these events; a test of the table makes sure of that.
    state: transition('sending', event) ?? 'in-doubt',
    attempts,
    rateRefusals,
    nextAttemptAt: next ?? now,
    outcome: { kind: gaveUp ? 'gave-up' : outcome.kind, code, enhanced, reply },
  };
}

/** What settling is told besides the outcomes. */
export interface SettlingContext {
  lease: Lease;
  now: Date;
  backOff?: BackOff;
}

/**
 * Writes the outcomes of attempts and their consequences: an event for every answer other than acceptance, the
 * suppression of an address that does not exist, the withdrawal of recipients who were suppressed meanwhile. Messages that
 * the server did not touch go back to the queue. Within a transaction. Idempotent by delivery: only those under way are settled.
 */
export async function settleEnded(
  statements: Statements,
  ledger: Ledger,
  ended: readonly Ended[],
  { lease, now, backOff }: SettlingContext,
): Promise<void> {
  const { dialect } = ledger;
  const settlements: Settlement[] = [];
  const unharmed: number[] = [];
  for (const one of ended) {
    const settlement = settle(one, now, backOff);
    if (settlement) settlements.push(settlement);
    else unharmed.push(one.delivery.rowId);
  }
  if (settlements.length > 0) {
    const written = await settleAttempts(statements, dialect, settlements, now);
    const fresh = settlements.filter(({ rowId }) => written.has(rowId));
    await suppressRefused(statements, ledger, fresh, now);
    const deferred = settlements.filter(({ state }) => state === 'deferred').map(({ rowId }) => rowId);
    if (deferred.length > 0) await withdrawSuppressed(statements, dialect, deferred, now);
    await recordAnswers(statements, fresh, now);
  }
  if (unharmed.length > 0) await releaseUnharmed(statements, dialect, lease.owner, unharmed, now);
}

async function recordAnswers(
  statements: Statements,
  settlements: readonly Settlement[],
  now: Date,
): Promise<void> {
  for (const { rowId, campaignRow, person, state, outcome } of settlements) {
    if (state !== 'deferred' && state !== 'rejected' && state !== 'in-doubt') continue;
    await appendEvent(statements, {
      name: `delivery.${state}`,
      at: now,
      campaignId: campaignRow,
      deliveryId: rowId,
      person,
      data: { kind: outcome.kind, code: outcome.code, enhanced: outcome.enhanced },
    });
  }
}

/**
 * An address that its server says does not exist is not mailed again: an answer in the SMTP session says as much as a
 * bounce that arrives hours later, and is judged by the same rules. A refusal of the sender, of the message or for a full
 * mailbox says nothing of the kind.
 */
async function suppressRefused(
  statements: Statements,
  ledger: Ledger,
  settlements: readonly Settlement[],
  now: Date,
): Promise<void> {
  for (const { rowId, address, outcome } of settlements) {
    if (outcome.kind !== 'rejected' || outcome.code === null) continue;
    const { severity, rule, status, sentence } = judge({
      action: 'failed',
      status: outcome.enhanced ?? '',
      diagnostic: outcome.reply,
      context: '',
    });
    if (severity !== 'hard') continue;
    await suppressWithin(statements, ledger, {
      address,
      reason: 'bounced',
      source: 'smtp',
      why: { code: 'one-report', kind: 'bounce', rule, status, sentence },
      now,
      deliveryId: rowId,
    });
  }
}

/** Outcomes that could not be written because the ledger was unreachable or full. They are known, so they are no doubts. */
export interface Unwritten {
  keep(ended: readonly Ended[]): void;
  /**
   * Writes the kept outcomes in one transaction. Idempotent by delivery. An outcome that could not be written for as long as a
   * lease lasts is given up, and its delivery is in doubt.
   *
   * @throws what the write failed with
   */
  write(lease: Lease, now: Date): Promise<void>;
}

/** @param patienceMs how long a lease lasts: after it, any worker may treat what is under way as lost */
export function unwrittenOutcomes(ledger: Ledger, patienceMs: number): Unwritten {
  let kept: Ended[] = [];
  let since = 0;
  return {
    keep(ended) {
      if (kept.length === 0) since = performance.now();
      kept.push(...ended);
    },
    async write(lease, now) {
      if (kept.length > 0 && performance.now() - since < patienceMs) {
        await ledger.transaction((statements) => settleEnded(statements, ledger, kept, { lease, now }));
      }
      kept = [];
    },
  };
}
