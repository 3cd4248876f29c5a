import type { CampaignSummary } from '../../../../shared/desk';
import { Label } from '../../components/Label';
import { useHeld } from '../../hooks/use-held';
import { useText } from '../../hooks/use-text';
import { campaignTone } from '../../model/campaign';

/** Where a campaign stands, in a word; one that is held is not said to be under way. */
export function CampaignLabel({ campaign }: { campaign: CampaignSummary }) {
  const text = useText();
  const isHeld = useHeld(campaign) !== null;
  return (
    <Label tone={isHeld ? 'warning' : campaignTone(campaign)}>
      {text(isHeld ? 'campaign.status.held' : `campaign.status.${campaign.status}`)}
    </Label>
  );
}
