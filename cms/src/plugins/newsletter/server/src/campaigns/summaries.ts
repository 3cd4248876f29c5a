import type { CampaignProgress } from '@nachra/delivery';
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

export function toDetail(campaign: CampaignProgress): CampaignDetail {
  return { ...toSummary(campaign), exclusionsByReason: campaign.exclusionsByReason };
}
