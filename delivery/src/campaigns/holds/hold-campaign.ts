import type { Ledger } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import type { CampaignHold } from './hold-codes';

/**
 * Holds one campaign that would not send what was approved, and the others need not wait for it. Idempotent: one that is held already
 * keeps its reason.
 *
 * @param campaign the row
 * @param why the hold, and of a picture that is gone its name
 * @returns whether it is held by this call
 */
export function holdCampaign(
  ledger: Ledger,
  campaign: number,
  why: { hold: CampaignHold; picture?: string },
  now: Date,
): Promise<boolean> {
  return ledger.transaction(async (statements) => {
    const held = await statements.run('UPDATE campaign SET hold = ? WHERE id = ? AND hold IS NULL', [
      why.hold,
      campaign,
    ]);
    if (held === 0) return false;
    await appendEvent(statements, {
      name: 'campaign.held',
      at: now,
      campaignId: campaign,
      data: { ...why },
    });
    return true;
  });
}
