import { troubledServers, type CampaignProgress, type Ledger, type MailServer } from '@nachra/delivery';
import type { CampaignDetail, CampaignSummary } from '../../../shared/desk';

export function toSummary(campaign: CampaignProgress): CampaignSummary {
  return {
    id: campaign.id,
    issueNumber: campaign.issueNumber,
    status: campaign.status,
    startAt: campaign.startAt.toISOString(),
    createdAt: campaign.createdAt.toISOString(),
    createdBy: campaign.createdBy,
    recipients: campaign.recipients,
    exclusions: campaign.exclusions,
    counts: campaign.counts,
  };
}

/** A campaign in full, with what stands in its way: mail servers that some worker leaves alone for now. */
export async function toDetail(
  campaign: CampaignProgress,
  { ledger, mailServers, now }: { ledger: Ledger; mailServers: readonly MailServer[]; now: () => Date },
): Promise<CampaignDetail> {
  const { exclusionsByReason, status } = campaign;
  const away = status === 'running' ? await troubledServers(ledger, now()) : [];
  const serversAway = away.map(({ server }) => server);
  const allServersAway =
    serversAway.length > 0 && mailServers.every(({ name }) => serversAway.includes(name));
  return { ...toSummary(campaign), exclusionsByReason, serversAway, allServersAway };
}
