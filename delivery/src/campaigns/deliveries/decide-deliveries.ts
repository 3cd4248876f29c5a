import { DeliveryError } from '../../errors';
import type { Ledger } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { words } from '../../ledger/sql';
import { statesBefore, transition, type DeliveryEvent, type DeliveryState } from '../states';
import { parseDeliveryId, type DeliveryOutcome } from './delivery';

/**
 * What an operator may say of deliveries that ended without a plain acceptance.
 * - `arrived`, `not-arrived`: settles a doubt, from what the recipient or her server's log says
 * - `send-again`: once more to whoever was refused or is in doubt; the only way that somebody may get a message twice
 */
export const decisions = ['arrived', 'not-arrived', 'send-again'] as const;
export type Decision = (typeof decisions)[number];

/** How many deliveries a decision changed, and how many of those asked for it left as they were. */
export interface DecisionResult {
  changed: number;
  unchanged: number;
}

const events: Record<Decision, DeliveryEvent> = {
  arrived: 'accept',
  'not-arrived': 'reject',
  'send-again': 'resend',
};

/** States an operator may decide about; what is `sending` belongs to its worker alone. */
const decidable: Record<Decision, readonly DeliveryState[]> = {
  arrived: ['in-doubt'],
  'not-arrived': ['in-doubt'],
  'send-again': statesBefore('resend'),
};

/**
 * Applies an operator's decision to deliveries of one campaign, in one transaction, and writes down who took it.
 * Deliveries in another state are left alone, so a decision on a list that has moved on meanwhile does no harm.
 * Idempotent by delivery for `arrived` and `not-arrived`; nobody suppressed is ever sent to again.
 *
 * @param request.deliveryIds public ids, all of this campaign
 * @throws {DeliveryError} `CAMPAIGN_UNKNOWN`, `CAMPAIGN_CANCELLED` (nothing is sent again in a cancelled campaign)
 */
export async function decideDeliveries(
  ledger: Ledger,
  request: { campaignId: string; deliveryIds: readonly string[]; decision: Decision; by: string; now: Date },
): Promise<DecisionResult> {
  const { campaignId, deliveryIds, decision, by, now } = request;
  const rowIds = deliveryIds.flatMap((id) => {
    const parsed = parseDeliveryId(id);
    return parsed?.campaignUid === campaignId ? [[parsed.rowId]] : [];
  });
  const ids = ledger.dialect.rowsFromJson([['id', 'integer']]);
  return ledger.transaction(async (statements) => {
    const [campaign] = await statements.rows<{ id: number; intent: string }>(
      'SELECT id, intent FROM campaign WHERE uid = ?',
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
    const again = decision === 'send-again';
    const rows = await statements.rows<{ id: number }>(
      `UPDATE delivery SET state = ?, outcome = ?, attempts = ${again ? '0' : 'attempts'}, next_attempt_at = ?, updated_at = ?
       WHERE id IN (${ids}) AND campaign_id = ? AND state IN (${words(decidable[decision])})
         ${again ? 'AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.address = delivery.address_key AND s.lifted_at IS NULL)' : ''}
       RETURNING id`,
      [
        transition('in-doubt', events[decision]),
        again ? null : JSON.stringify(byHand),
        now.getTime(),
        now.getTime(),
        JSON.stringify(rowIds),
        campaign.id,
      ],
    );
    for (const { id } of rows) {
      await appendEvent(statements, {
        name: `delivery.decided.${decision}`,
        at: now,
        campaignId: campaign.id,
        deliveryId: id,
        data: { by },
      });
    }
    return { changed: rows.length, unchanged: deliveryIds.length - rows.length };
  });
}

/** The operator's word in the place of a server's answer. */
const byHand: DeliveryOutcome = { kind: 'by-hand', code: null, enhanced: null, reply: '' };
