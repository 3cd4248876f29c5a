import { DeliveryError } from '../../errors';
import type { Actor, Ledger, Statements } from '../../ledger';
import { appendEvent, type DecisionEvent } from '../../ledger/events';
import { reachedStates, someDeliveryIn, type CampaignIntent } from '../states';

/**
 * Holds a campaign back: what is leaving leaves, nothing new does. Idempotent by id.
 *
 * @throws {DeliveryError} `CAMPAIGN_UNKNOWN`, `CAMPAIGN_CANCELLED`
 */
export function pauseCampaign(ledger: Ledger, id: string, by: Actor, now: Date): Promise<void> {
  return steer(ledger, id, 'pause', by, now);
}

/**
 * Lets a paused campaign go on. Idempotent by id.
 *
 * @throws {DeliveryError} `CAMPAIGN_UNKNOWN`, `CAMPAIGN_CANCELLED`
 */
export function resumeCampaign(ledger: Ledger, id: string, by: Actor, now: Date): Promise<void> {
  return steer(ledger, id, 'run', by, now);
}

/**
 * Ends a campaign for good: what has not left never will. Its deliveries keep their states, so that one can see who
 * got it. Idempotent by id.
 *
 * @throws {DeliveryError} `CAMPAIGN_UNKNOWN`
 */
export function cancelCampaign(
  ledger: Ledger,
  id: string,
  by: Actor,
  now: Date,
  because?: CancelReason,
): Promise<void> {
  return steer(ledger, id, 'cancel', by, now, because);
}

/** Why a campaign was cancelled, where nobody asked for that: an approval that it was made from has ended. */
type CancelReason = 'approval-ended';

const eventNames: Record<CampaignIntent, DecisionEvent> = {
  run: 'campaign.resumed',
  pause: 'campaign.paused',
  cancel: 'campaign.cancelled',
};

async function steer(
  ledger: Ledger,
  id: string,
  intent: CampaignIntent,
  by: Actor,
  now: Date,
  because?: CancelReason,
): Promise<void> {
  await ledger.transaction(async (statements) => {
    const [changed] = await statements.rows<{ id: number }>(
      `UPDATE campaign SET intent = ?, heartbeat_at = ${ledger.dialect.now} WHERE uid = ? AND intent NOT IN (?, 'cancel') RETURNING id`,
      [intent, id, intent],
    );
    if (changed)
      return appendEvent(statements, {
        ...{ name: eventNames[intent], at: now, by, campaignId: changed.id },
        ...(intent === 'cancel' && {
          data: { ...(because && { because }), hasReached: await hasReachedSomebody(statements, changed.id) },
        }),
      });
    const [found] = await statements.rows<{ intent: CampaignIntent }>(
      'SELECT intent FROM campaign WHERE uid = ?',
      [id],
    );
    if (!found) {
      throw new DeliveryError(
        'CAMPAIGN_UNKNOWN',
        { campaignId: id },
        `There is no campaign ${id}. Reload the page to see those there are.`,
      );
    }
    if (found.intent === 'cancel' && intent !== 'cancel') {
      throw new DeliveryError(
        'CAMPAIGN_CANCELLED',
        { campaignId: id },
        'The campaign was cancelled, and a cancelled campaign does not start again. Send the issue in a new campaign.',
      );
    }
  });
}

/** Whether somebody has the message of a campaign, or may have it: kept with its end, should the ledger be lost. */
async function hasReachedSomebody(statements: Statements, campaignRow: number): Promise<boolean> {
  const [found] = await statements.rows(
    `SELECT c.id FROM campaign c WHERE c.id = ? AND ${someDeliveryIn(['claimed', ...reachedStates])}`,
    [campaignRow],
  );
  return found !== undefined;
}
