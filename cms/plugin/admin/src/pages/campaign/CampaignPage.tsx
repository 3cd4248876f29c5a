import { Flex } from '@strapi/design-system';
import { BackButton, Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';

import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { LoadError } from '../../components/LoadError';
import { useCampaign } from '../../hooks/use-campaign';
import { useDeskIntl } from '../../hooks/use-desk-intl';
import { useText } from '../../hooks/use-text';
import { PERMISSIONS } from '../../plugin/permissions';
import { deskPath } from '../../plugin/plugin-id';
import { CampaignLabel } from './CampaignLabel';
import { CampaignProgress } from './CampaignProgress';
import { DeliveriesCard } from './DeliveriesCard';
import { ExclusionsCard } from './ExclusionsCard';

/** One campaign: how far it is, who was left out, and what became of every single delivery. */
export function CampaignPage() {
  const text = useText();
  const intl = useDeskIntl();
  const { id = '' } = useParams();
  const { campaign, readAt, error, interval, refetch } = useCampaign(id);
  const { allowedActions } = useRBAC(PERMISSIONS.send);
  if (!campaign) {
    return error === undefined ? (
      <Page.Loading />
    ) : (
      <Page.Main>
        <LoadError error={error} onRetry={refetch} />
      </Page.Main>
    );
  }
  const title = text('campaign.title', { number: String(campaign.issueNumber) });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={deskPath.issues} />}
        title={title}
        secondaryAction={<CampaignLabel campaign={campaign} />}
        subtitle={text('campaign.subtitle', {
          by: campaign.createdBy,
          at: intl.formatDate(campaign.startAt, { dateStyle: 'long', timeStyle: 'short' }),
          count: campaign.recipients,
        })}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={10}>
          {campaign.correction && (
            <Notice tone="warning" title={text('correction.title', { round: campaign.correction.round })}>
              {campaign.correction.reason}
            </Notice>
          )}
          <Card title={text('progress.title')}>
            <CampaignProgress campaign={campaign} readAt={readAt} />
          </Card>
          {allowedActions['canSend'] && <DeliveriesCard campaignId={id} pollingInterval={interval} />}
          <ExclusionsCard campaign={campaign} canSearch={allowedActions['canSend'] ?? false} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
