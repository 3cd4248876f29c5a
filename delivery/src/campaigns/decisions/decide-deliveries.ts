import type { Language } from '@nachra/renderer';
import { DeliveryError } from '../../errors';
import type { Actor, Ledger } from '../../ledger';
import { appendEvent } from '../../ledger/events';
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
 * Applies an operator's decision to deliveries of one campaign, in one transaction, and writes down who took it.
 * Deliveries in another state are left alone, so a decision on a list that has moved on meanwhile does no harm.
 * Idempotent by delivery for `arrived` and `not-arrived`; nobody suppressed is ever sent to again.
 *
 * @param request.deliveryIds public ids, all of this campaign
 * @param request.languages whose deliveries may be sent again, where some editions of the campaign may not leave any more; all of
 *   them by default
 * @throws {DeliveryError} `CAMPAIGN_UNKNOWN`, `CAMPAIGN_CANCELLED` (nothing is sent again in a cancelled campaign)
 */
export async function decideDeliveries(
  ledger: Ledger,
  request: {
    campaignId: string;
    deliveryIds: readonly string[];
    decision: Decision;
    languages?: readonly Language[];
    by: Actor;
    now: Date;
  },
): Promise<DecisionResult> {
  const { campaignId, deliveryIds, decision, languages, by, now } = request;
  const rowIds = rowsOf(campaignId, deliveryIds);
  return ledger.transaction(async (statements) => {
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
    // Nobody is sent to again while another campaign of the number decides on her.
    const { numberLock } = ledger.dialect;
    if (numberLock !== null) await statements.rows(numberLock, [campaign.issue_number]);
    const decided = { campaignRow: campaign.id, rowIds };
    const changed =
      decision === 'send-again'
        ? await sendAgain(statements, ledger.dialect, { ...decided, languages }, now)
        : await decideDoubts(
            statements,
            ledger.dialect,
            { ...decided, event: decision === 'arrived' ? 'accept' : 'reject' },
            now,
          );
    for (const { id, person } of changed) {
      await appendEvent(statements, {
        name: `delivery.decided.${decision}`,
        at: now,
        by,
        campaignId: campaign.id,
        deliveryId: id,
        person,
      });
    }
    const result = { changed: changed.length, unchanged: deliveryIds.length - changed.length };
    await appendEvent(statements, {
      name: 'campaign.decided',
      at: now,
      by,
      campaignId: campaign.id,
      data: { decision, ...result },
    });
    return result;
  });
}
