import type { CampaignDetail } from '../../../shared/desk';
import { useKnownCampaign, useReadCampaignQuery } from '../api/campaigns';
import { pollingInterval } from '../model/campaign';

interface FollowedCampaign {
  campaign: CampaignDetail | undefined;
  /** When the numbers were read, in milliseconds since the epoch. */
  readAt: number;
  error: unknown;
  /** How often the numbers are asked for, in milliseconds; 0 when they cannot change any more. */
  interval: number;
  refetch: () => unknown;
}

/** A campaign whose numbers move: asked for again every two seconds while it runs. */
export function useCampaign(id: string): FollowedCampaign {
  const known = useKnownCampaign(id);
  const interval = known.data ? pollingInterval(known.data) : 0;
  const { data, error, refetch, fulfilledTimeStamp } = useReadCampaignQuery(id, {
    pollingInterval: interval,
    refetchOnMountOrArgChange: true,
  });
  return { campaign: data, readAt: fulfilledTimeStamp ?? 0, error, interval, refetch };
}
