import type { CampaignSummary } from '../../../shared/desk';
import { useReadHoldsQuery } from '../api/holds';
import { isActive } from '../../../shared/campaign-order';

/** What keeps a campaign from leaving until somebody decides: a hold of everything, of this one, or nothing. */
export function useHeld({ id, status }: Pick<CampaignSummary, 'id' | 'status'>): 'all' | 'one' | null {
  const { data } = useReadHoldsQuery(undefined, {
    skip: !isActive({ status }),
    pollingInterval: 30_000,
    refetchOnMountOrArgChange: true,
  });
  if (!data || !isActive({ status })) return null;
  if (data.hold !== null) return 'all';
  return data.campaigns.some((campaign) => campaign.id === id) ? 'one' : null;
}
