import { Typography } from '@strapi/design-system';

import type { CampaignSummary } from '../../../../shared/desk';
import { Moment } from '../../components/Moment';
import { useText } from '../../hooks/use-text';
import { campaignLabel } from '../../model/campaign';

/** What became of the newest campaign, in the words of its label and in figures. */
export function LastCampaign({ campaign }: { campaign: CampaignSummary | null }) {
  const text = useText();
  if (!campaign) {
    return (
      <Typography variant="pi" textColor="neutral500">
        {text('issues.campaign.none')}
      </Typography>
    );
  }
  const scheduled = campaign.status === 'scheduled';
  return (
    <>
      <Typography tag="p" fontWeight="semiBold" style={{ whiteSpace: 'nowrap' }}>
        {scheduled ? (
          <Moment at={campaign.startAt} />
        ) : (
          text('issues.campaign.accepted', {
            accepted: campaign.counts.accepted,
            recipients: campaign.recipients,
          })
        )}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {scheduled
          ? text('issues.campaign.scheduled', { recipients: campaign.recipients })
          : text(campaignLabel(campaign))}
      </Typography>
    </>
  );
}
