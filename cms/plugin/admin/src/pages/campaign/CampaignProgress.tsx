import { Flex, Typography } from '@strapi/design-system';

import type { CampaignDetail } from '../../../../shared/desk';
import { HeldNotice } from '../../components/HeldNotice';
import { Notice } from '../../components/Notice';
import { useHeld } from '../../hooks/use-held';
import { useText } from '../../hooks/use-text';
import { useTimeLeft } from '../../hooks/use-time-left';
import { campaignLabel } from '../../model/campaign';
import { waitText } from '../../model/time-left';
import { CampaignActions } from './CampaignActions';
import { CountsBar } from './CountsBar';
import { CountsList } from './CountsList';

/** How far a campaign is, in words, as a bar and in figures; with what can be done about it. */
export function CampaignProgress({ campaign, readAt }: { campaign: CampaignDetail; readAt: number }) {
  const text = useText();
  const seconds = useTimeLeft(campaign, readAt);
  const held = useHeld(campaign);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <div>
        <Typography tag="p" variant="beta" role="status">
          {text(campaignLabel(campaign))}
        </Typography>
        {campaign.status === 'running' && held === null && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text(waitText(campaign, seconds))}
          </Typography>
        )}
      </div>
      {held !== null && <HeldNotice isAll={held === 'all'} />}
      <CountsBar campaign={campaign} />
      <CountsList counts={campaign.counts} />
      {campaign.counts['in-doubt'] > 0 && (
        <Notice tone="alternative" title={text('progress.doubt.title')}>
          {text('progress.doubt')}
        </Notice>
      )}
      {campaign.serversAway.length > 0 && !campaign.allServersAway && (
        <Notice tone="warning">
          {text('progress.servers.some', {
            names: campaign.serversAway.join(', '),
            count: campaign.serversAway.length,
          })}
        </Notice>
      )}
      {campaign.counts.deferred > 0 && <Notice tone="warning">{text('progress.deferred')}</Notice>}
      <CampaignActions campaign={campaign} />
    </Flex>
  );
}
