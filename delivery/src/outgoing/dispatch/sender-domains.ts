import { campaignSender } from '../../campaigns/campaign/campaign-sender';
import type { Ledger } from '../../ledger';
import { domainOf } from '../servers/mail-server';

/** The domain of a campaign's sender, asked for once a campaign. */
export function senderDomains(ledger: Ledger): (campaignId: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (campaignId) => {
    const domain = known.get(campaignId);
    if (domain !== undefined) return domain;
    const facts = await campaignSender(ledger, campaignId);
    const found = domainOf(facts?.sender.fromAddress ?? '');
    if (known.size > 1_000) known.clear();
    known.set(campaignId, found);
    return found;
  };
}
