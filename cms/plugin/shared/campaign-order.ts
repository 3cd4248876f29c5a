import type { CampaignSummary } from './desk';

/** What is asked of a campaign to put it in its place. */
type Placed = Pick<CampaignSummary, 'status'> & {
  counts: Pick<CampaignSummary['counts'], 'accepted' | 'in-doubt'>;
};

/** Whether a campaign still has work, or may have again. Pure. */
export function isActive({ status }: Pick<CampaignSummary, 'status'>): boolean {
  return status === 'scheduled' || status === 'running' || status === 'paused';
}

/**
 * The campaigns of an issue by what they say of it: those that still have work, then those that reached somebody, then what was cancelled
 * before anybody got it; in the order given otherwise. So a correction that was taken back does not stand for an issue that everybody
 * has. Pure.
 */
export function tellingFirst<Campaign extends Placed>(campaigns: readonly Campaign[]): Campaign[] {
  const rank = (campaign: Campaign): number => {
    if (isActive(campaign)) return 0;
    const { status, counts } = campaign;
    return status === 'complete' || counts.accepted + counts['in-doubt'] > 0 ? 1 : 2;
  };
  return [...campaigns].sort((a, b) => rank(a) - rank(b));
}
