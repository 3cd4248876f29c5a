import type { Classification } from '../bounce';
import type { DeliveryOutcome } from '../../campaigns/deliveries/delivery';
import type { Ledger, Statements } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { settleDoubt as settleDoubtOf } from '../../campaigns/changes/settle';
import type { SuppressionCause, SuppressionReport } from '../../campaigns/suppressions/suppression-record';
import { suppressWithin } from '../../campaigns/suppressions/suppress';
import { withoutAddresses } from '../../ledger/without-addresses';
import { consequenceOf, isDelay, type Consequence } from './consequence';
import { asAddressed } from './as-addressed';
import type { FeedbackResult, FeedbackSource, SuppressionSource } from './feedback-sources';
import { among, issuesRefused, withinDays } from './soft-bounces';
import { personOf, type Whom } from './whom';

/** How a classified message came in. */
interface FeedbackContext {
  /** Identity of the message or event; see `uidOfMail` and `uidOfEvent`. */
  uid: string;
  source: FeedbackSource;
  now: Date;
  /** Key of the tokens' HMAC (`NACHRA_LINK_SECRET`). */
  secret: string;
}

/**
 * Does what a message that came back asks for, in one transaction:
 * - a hard bounce, a complaint and an unsubscription suppress the person, with the rule that decided and the words it matched
 * - a soft bounce is recorded, and suppresses once three of the last five issues have bounced like that
 * - a refusal by policy or for content is recorded and never suppresses anybody
 * - a delivery in doubt is settled: a bounce proves that it was refused, a complaint that it arrived
 * - automatic replies and messages that cannot be understood change nothing, unless they came to the address for unsubscribing
 *   with a valid token: that is the request, whatever the message says and whoever sent it
 *
 * Idempotent by `context.uid`: the same message twice changes nothing, not even after its suppression was lifted.
 */
export async function recordFeedback(
  ledger: Ledger,
  classified: Classification,
  context: FeedbackContext,
): Promise<FeedbackResult> {
  const classification = asAddressed(classified, context);
  const consequence = consequenceOf(classification);
  if (consequence === null) return 'ignored';
  const whom = await personOf(ledger, classification, context);
  if (whom === null) return 'unverified';
  return ledger.transaction(async (statements) => {
    const isFresh = await insert(statements, classification, whom, context);
    if (!isFresh) return 'repeated';
    await settleDoubt(statements, classification, consequence, whom, context);
    const verdict = await verdictOn(statements, classification, consequence, whom, context.now);
    if (verdict === null) return 'recorded';
    const isByMail = classification.kind === 'unsubscribe' && context.source === 'mailbox';
    const source: SuppressionSource = isByMail ? 'mail' : context.source;
    const result = await suppressWithin(statements, ledger, {
      ...verdict,
      ...(whom.address === null ? { person: whom.person } : { address: whom.address }),
      source,
      now: context.now,
      deliveryId: whom.delivery?.rowId,
    });
    return result === 'suppressed' ? 'suppressed' : 'recorded';
  });
}

async function insert(
  statements: Statements,
  classification: Classification,
  { person, delivery }: Whom,
  { uid, source, now }: FeedbackContext,
): Promise<boolean> {
  const { kind, severity, status, rule, sentence } = classification;
  const written = await statements.run(
    `INSERT INTO feedback (uid, at, source, kind, severity, status, is_delay, person, delivery_id, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING`,
    [
      uid,
      now.getTime(),
      source,
      kind,
      severity,
      status?.slice(0, 16) ?? null,
      isDelay(classification) ? 1 : 0,
      person,
      delivery?.rowId ?? null,
      JSON.stringify({ rule, sentence: withoutAddresses(sentence) }),
    ],
  );
  return written > 0;
}

/** Settles only a delivery in doubt: one that was accepted and bounced later stays accepted, with its bounce on record. */
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
    reply: evidence === 'reject' ? classification.sentence : '',
  };
  const settled = await settleDoubtOf(statements, delivery.rowId, { event: evidence, outcome }, now);
  if (settled === null) return;
  await appendEvent(statements, {
    name: `delivery.settled.${evidence}`,
    at: now,
    campaignId: settled.campaignRow,
    deliveryId: delivery.rowId,
    person: settled.person,
    data: { kind: classification.kind, source },
  });
}

async function verdictOn(
  statements: Statements,
  classification: Classification,
  consequence: Consequence,
  whom: Whom,
  now: Date,
): Promise<{ reason: NonNullable<Consequence['suppress']>; why: SuppressionCause } | null> {
  const { suppress, escalates } = consequence;
  const report = reportOf(classification, consequence);
  if (suppress !== null) return { reason: suppress, why: { code: 'one-report', ...report } };
  const issues = escalates ? await issuesRefused(statements, whom, now) : null;
  if (issues === null) return null;
  return { reason: 'bounced', why: { code: 'repeated-bounces', issues, among, withinDays, ...report } };
}

function reportOf({ rule, status, sentence }: Classification, { kind }: Consequence): SuppressionReport {
  return { kind, rule, status, sentence };
}
