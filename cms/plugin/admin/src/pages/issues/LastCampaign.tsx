import { Typography } from '@strapi/design-system';

import type { IssueSummary } from '../../../../shared/desk';
import { Moment } from '../../components/Moment';
import { useText } from '../../hooks/use-text';
import { campaignLabel, waitsForHour } from '../../model/campaign';

/** What became of the newest campaign, in the words of its label and in figures; and what the others of the issue have reached. */
export function LastCampaign({ issue: { campaign, otherSends } }: { issue: IssueSummary }) {
  const text = useText();
  if (!campaign) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {text('issues.campaign.none')}
      </Typography>
    );
  }
  const scheduled = waitsForHour(campaign);
  const paused = campaign.status === 'paused';
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
          ? text(paused ? 'issues.campaign.scheduled.paused' : 'issues.campaign.scheduled', {
              recipients: campaign.recipients,
            })
          : text(campaignLabel(campaign))}
      </Typography>
      {campaign.correction !== null && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('issues.campaign.correction', { round: campaign.correction.round })}
        </Typography>
      )}
      {otherSends.sends > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('issues.campaign.others', otherSends)}
        </Typography>
      )}
    </>
  );
}
