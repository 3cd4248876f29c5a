import { LinkButton } from '@strapi/design-system';
import { useRBAC } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';

import type { Language } from '../../../../shared/desk';
import { Card } from '../../components/Card';
import { Refusal } from '../../components/Refusal';
import { useCampaign } from '../../hooks/use-campaign';
import { useText } from '../../hooks/use-text';
import { PERMISSIONS } from '../../plugin/permissions';
import { deskPath } from '../../plugin/plugin-id';
import { CampaignLabel } from './CampaignLabel';
import { CampaignProgress } from './CampaignProgress';

/** The campaign of an issue, followed beside its preview; its deliveries are one click away for whoever may see addresses. */
export function FollowedCampaignCard({ id, language }: { id: string; language: Language }) {
  const text = useText();
  const { allowedActions } = useRBAC(PERMISSIONS.send);
  const { campaign: whole, readAt, error } = useCampaign(id);
  // The page is about one edition: other languages of the number have pages of their own.
  const edition = whole?.byLanguage.find((one) => one.language === language);
  const campaign = whole && { ...whole, ...edition };
  return (
    <Card title={text('progress.title')} aside={campaign && <CampaignLabel campaign={campaign} />}>
      {campaign && <CampaignProgress campaign={campaign} readAt={readAt} />}
      <Refusal error={error} />
      {campaign && (
        <LinkButton tag={Link} to={deskPath.campaign(id)} variant="tertiary" size="S" fullWidth marginTop={4}>
          {text(allowedActions['canSend'] ? 'progress.deliveries' : 'progress.details')}
        </LinkButton>
      )}
    </Card>
  );
}
