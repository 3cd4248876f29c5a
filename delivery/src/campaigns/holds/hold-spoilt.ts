import type { Ledger } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import type { CampaignHold } from './hold-codes';

const hold: CampaignHold = 'edition-spoilt';

/**
 * Holds a campaign one of whose editions is not what was frozen, or cannot be read: nobody has approved what would leave, and the
 * others need not wait for it. Idempotent: one that is held already keeps its reason.
 *
 * @param campaign the row
 * @returns whether it is held by this call
 */
export function holdSpoilt(ledger: Ledger, campaign: number, now: Date): Promise<boolean> {
  return ledger.transaction(async (statements) => {
    const held = await statements.run('UPDATE campaign SET hold = ? WHERE id = ? AND hold IS NULL', [
      hold,
      campaign,
    ]);
    if (held === 0) return false;
    await appendEvent(statements, { name: 'campaign.held', at: now, campaignId: campaign, data: { hold } });
    return true;
  });
}
