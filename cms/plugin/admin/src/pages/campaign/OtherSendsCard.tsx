import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { CampaignSummary } from '../../../../shared/desk';
import { Card } from '../../components/Card';
import { Moment } from '../../components/Moment';
import { useText } from '../../hooks/use-text';
import { campaignLabel } from '../../model/campaign';
import { deskPath } from '../../plugin/plugin-id';

/** What else was sent of an edition, or was to be: the first sending stays in reach when a rest or a correction has followed it. */
export function OtherSendsCard({ campaigns }: { campaigns: readonly CampaignSummary[] }) {
  const text = useText();
  return (
    <Card title={text('progress.others')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {campaigns.map((campaign) => (
          <li key={campaign.id}>
            <Link tag={RouterLink} to={deskPath.campaign(campaign.id)}>
              <Moment at={campaign.startAt} />
            </Link>
            <Typography tag="p">
              {text('issues.campaign.accepted', {
                accepted: campaign.counts.accepted,
                recipients: campaign.recipients,
              })}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {text(campaignLabel(campaign))}
              {campaign.correction !== null &&
                ` · ${text('issues.campaign.correction', { round: campaign.correction.round })}`}
            </Typography>
          </li>
        ))}
      </Flex>
    </Card>
  );
}
