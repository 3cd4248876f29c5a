import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Language } from '@nachra/renderer';
import { DeliveryError } from '../../errors';
import type { Actor, Ledger, Statements } from '../../ledger';
import { appendEvent, appendEvents } from '../../ledger/events';
import { onePersonIn, withoutKnownHolders, type OnePerson } from '../changes/known-holders';
import { forgottenAmong, type Forgotten } from '../changes/forgotten-holders';
import { decideDoubts, sendAgain } from '../changes/settle';
import { rowsOf } from '../editions/editions-to-send';

/**
 * What an operator may say of deliveries that ended without a plain acceptance.
 * - `arrived`, `not-arrived`: settles a doubt, from what the recipient or her server's log says
 * - `send-again`: once more to whoever was refused or is in doubt; the only way that somebody may get a message twice
 */
export const decisions = ['arrived', 'not-arrived', 'send-again'] as const;
/** One of {@link decisions}. */
export type Decision = (typeof decisions)[number];

/** How many deliveries a decision changed, and how many of those asked for it left as they were. */
export interface DecisionResult {
  changed: number;
  unchanged: number;
}

/**
 * Applies an operator's decision to deliveries of one campaign, some thousands in a transaction, which also writes down who took it and
 * what it has changed, so that a crash in between loses no record. The ledger
 * is locked for a moment at a time, and readers who unsubscribe and workers have their turn in between.
 * Deliveries in another state are left alone, so a decision on a list that has moved on meanwhile does no harm.
 * Idempotent by delivery for `arrived` and `not-arrived`; nobody suppressed is ever sent to again.
 *
 * @param request.deliveryIds public ids, all of this campaign
 * @param request.whileApproved runs one piece, and gives it the languages whose deliveries may be sent again: where somebody keeps
 *   approvals, they are asked for each piece and held no longer than it takes. What it throws ends the decision; what was decided
 *   before stands. All languages by default
 * @param request.people see `CampaignRequest.people`
 * @param request.forgotten who has the number by campaigns that the ledger has lost
 * @throws {DeliveryError} `CAMPAIGN_UNKNOWN`, `CAMPAIGN_CANCELLED` (nothing is sent again in a cancelled campaign)
 */
export async function decideDeliveries(ledger: Ledger, request: DecisionRequest): Promise<DecisionResult> {
  const { campaignId, deliveryIds } = request;
  const { whileApproved = (decide) => decide() } = request;
  const rowIds = rowsOf(campaignId, deliveryIds);
  const onePerson = onePersonIn(request.people ?? new Map());
  let changed = 0;
  for (let from = 0; from === 0 || from < rowIds.length; from += atOnce) {
    const some = rowIds.slice(from, from + atOnce);
    const isLast = from + atOnce >= rowIds.length;
    // What names no delivery of the campaign stays as it is too.
    const asked = some.length + (isLast ? deliveryIds.length - rowIds.length : 0);
    changed += await whileApproved((languages) =>
      ledger.transaction((statements) =>
        decideSome(ledger, statements, { ...request, languages, onePerson, asked }, some),
      ),
    );
    await nextTurn();
  }
  return { changed, unchanged: deliveryIds.length - changed };
}

/** A decision about deliveries of one campaign. */
interface DecisionRequest {
  campaignId: string;
  deliveryIds: readonly string[];
  decision: Decision;
  whileApproved?: (decide: (languages?: readonly Language[]) => Promise<number>) => Promise<number>;
  people?: ReadonlyMap<string, string>;
  forgotten?: Forgotten | undefined;
  by: Actor;
  now: Date;
}

interface PieceRequest extends DecisionRequest {
  languages: readonly Language[] | undefined;
  onePerson: OnePerson;
  /** How many deliveries the piece was to change. */
  asked: number;
}

/** Deliveries that one transaction decides about: some tens of milliseconds on SQLite. */
const atOnce = 5_000;

/** @returns how many changed */
async function decideSome(
  ledger: Ledger,
  statements: Statements,
  { campaignId, decision, languages, onePerson, forgotten, asked, by, now }: PieceRequest,
  rowIds: readonly number[],
): Promise<number> {
  // A write that changes nothing: it takes the lock, so nobody cancels the campaign in the meantime.
  const [campaign] = await statements.rows<{ id: number; intent: string; issue_number: number }>(
    'UPDATE campaign SET intent = intent WHERE uid = ? RETURNING id, intent, issue_number',
    [campaignId],
  );
  if (!campaign) {
    throw new DeliveryError(
      'CAMPAIGN_UNKNOWN',
      { campaignId },
      `There is no campaign ${campaignId}. Reload the page to see those there are.`,
    );
  }
  if (decision === 'send-again' && campaign.intent === 'cancel') {
    throw new DeliveryError(
      'CAMPAIGN_CANCELLED',
      { campaignId },
      'The campaign was cancelled, and a cancelled campaign sends nothing more. Send the issue in a new campaign.',
    );
  }
  const { dialect } = ledger;
  // Nobody is sent to again while another campaign of the number decides on her.
  if (dialect.numberLock !== null) await statements.rows(dialect.numberLock, [campaign.issue_number]);
  const decided: { campaignRow: number; rowIds: readonly number[] } = { campaignRow: campaign.id, rowIds };
  if (decision === 'send-again') {
    const about = { ...decided, number: campaign.issue_number };
    decided.rowIds = await withoutKnownHolders(statements, dialect, about, onePerson);
    if (forgotten !== undefined) {
      const holders = await forgottenAmong(statements, dialect, decided.rowIds, forgotten);
      decided.rowIds = decided.rowIds.filter((id) => !holders.has(id));
    }
  }
  const changed =
    decision === 'send-again'
      ? await sendAgain(statements, dialect, { ...decided, languages }, now)
      : await decideDoubts(
          statements,
          dialect,
          { ...decided, event: decision === 'arrived' ? 'accept' : 'reject' },
          now,
        );
  const deliveries = changed.map(({ id, person }) => ({ deliveryId: id, person }));
  const event = { name: `delivery.decided.${decision}`, at: now, by, campaignId: campaign.id } as const;
  await appendEvents(statements, dialect, event, deliveries);
  // With its piece, so that nothing was ever decided of which the journal does not hear.
  const data = { decision, changed: changed.length, unchanged: asked - changed.length };
  await appendEvent(statements, { name: 'campaign.decided', at: now, by, campaignId: campaign.id, data });
  return changed.length;
}
