import { Flex, Typography } from '@strapi/design-system';

import type { CampaignDetail } from '../../../../shared/desk';
import { Card } from '../../components/Card';
import { useText } from '../../hooks/use-text';
import { ExcludedPeople } from './ExcludedPeople';

/** Who was left out when the campaign was frozen, by reason: nobody disappears without a word. */
export function ExclusionsCard({ campaign, canSearch }: { campaign: CampaignDetail; canSearch: boolean }) {
  const text = useText();
  if (campaign.exclusions === 0) return null;
  return (
    <Card title={text('campaign.exclusions', { count: campaign.exclusions })}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {campaign.exclusionsByReason
          .filter(({ count }) => count > 0)
          .map(({ reason, count }) => (
            <li key={reason}>
              <Typography textColor="neutral700">
                {text('audience.exclusion', { reason: text(`reason.${reason}`), count })}
              </Typography>
            </li>
          ))}
      </Flex>
      {canSearch && <ExcludedPeople campaignId={campaign.id} />}
    </Card>
  );
}
