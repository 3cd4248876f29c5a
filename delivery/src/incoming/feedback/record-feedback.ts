import { addressKey } from '../../campaigns/candidates';
import type { Classification } from '../bounce';
import type { DeliveryOutcome } from '../../campaigns/deliveries/delivery';
import type { Ledger, Statements } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { settleDoubt as settleDoubtOf } from '../../campaigns/changes/settle';
import { repeatedBounces } from '../../campaigns/suppressions/repeated-bounces';
import { suppressWithin } from '../../campaigns/suppressions/suppress';
import { consequenceOf, isDelay, sentenceOf, type Consequence } from './consequence';
import type { FeedbackResult, FeedbackSource } from './feedback';
import { among, issuesRefused } from './soft-bounces';
import { whomItIsAbout, type Whom } from './whom';

/** How a classified message came in. */
export interface FeedbackContext {
  /** Identity of the message or event; see `uidOfMail` and `uidOfEvent`. */
  uid: string;
  source: FeedbackSource;
  now: Date;
  /** Key of the tokens' HMAC (`NACHRA_LINK_SECRET`). */
  secret: string;
}

/**
 * Does what a message that came back asks for, in one transaction:
 * - a hard bounce, a complaint and an unsubscription suppress the address, with the sentence that decided it
 * - a soft bounce is recorded, and suppresses when three of the last five issues came back so
 * - a refusal by policy or for content is recorded and never suppresses anybody
 * - a delivery in doubt is settled: a bounce proves that it was refused, a complaint that it arrived
 * - automatic replies and what nobody understands change nothing
 *
 * Idempotent by `context.uid`: the same message twice changes nothing, not even after its suppression was lifted.
 */
export async function recordFeedback(
  ledger: Ledger,
  classification: Classification,
  context: FeedbackContext,
): Promise<FeedbackResult> {
  const consequence = consequenceOf(classification);
  if (consequence === null) return 'ignored';
  const whom = await whomItIsAbout(ledger, classification, context);
  if (whom === null) return 'unverified';
  return ledger.transaction(async (statements) => {
    const isFresh = await insert(statements, classification, whom, context);
    if (!isFresh) return 'repeated';
    await settleDoubt(statements, classification, consequence, whom, context);
    const verdict = await verdictOn(statements, classification, consequence, whom, context.now);
    if (verdict === null) return 'recorded';
    const result = await suppressWithin(statements, {
      ...verdict,
      address: whom.address,
      source: classification.kind === 'unsubscribe' && context.source === 'mailbox' ? 'mail' : context.source,
      now: context.now,
      deliveryId: whom.delivery?.rowId,
    });
    return result === 'suppressed' ? 'suppressed' : 'recorded';
  });
}

async function insert(
  statements: Statements,
  classification: Classification,
  { address, delivery }: Whom,
  { uid, source, now }: FeedbackContext,
): Promise<boolean> {
  const { kind, severity, status, reason } = classification;
  const written = await statements.run(
    `INSERT INTO feedback (uid, at, source, kind, severity, status, is_delay, address, delivery_id, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING`,
    [
      uid,
      now.getTime(),
      source,
      kind,
      severity,
      status?.slice(0, 16) ?? null,
      isDelay(classification) ? 1 : 0,
      addressKey(address),
      delivery?.rowId ?? null,
      reason.slice(0, 500),
    ],
  );
  return written > 0;
}

/** Only what is in doubt: an accepted message that bounces later was accepted, and its bounce is on record. */
async function settleDoubt(
  statements: Statements,
  classification: Classification,
  { evidence }: Consequence,
  { delivery }: Whom,
  { now, source }: FeedbackContext,
): Promise<void> {
  if (evidence === null || delivery === null) return;
  const outcome: DeliveryOutcome = {
    kind: evidence === 'reject' ? 'bounced' : 'heard-from',
    code: null,
    enhanced: classification.status,
    reply: evidence === 'reject' ? sentenceOf(classification) : '',
  };
  const campaignRow = await settleDoubtOf(statements, delivery.rowId, { event: evidence, outcome }, now);
  if (campaignRow === null) return;
  await appendEvent(statements, {
    name: `delivery.settled.${evidence}`,
    at: now,
    campaignId: campaignRow,
    deliveryId: delivery.rowId,
    data: { kind: classification.kind, source },
  });
}

async function verdictOn(
  statements: Statements,
  classification: Classification,
  { suppress, escalates }: Consequence,
  whom: Whom,
  now: Date,
): Promise<{ reason: NonNullable<Consequence['suppress']>; why: string } | null> {
  const sentence = sentenceOf(classification);
  if (suppress !== null) return { reason: suppress, why: sentence };
  const issues = escalates ? await issuesRefused(statements, whom, now) : null;
  if (issues === null) return null;
  return { reason: 'bounced', why: repeatedBounces({ issues, among, sentence }) };
}
