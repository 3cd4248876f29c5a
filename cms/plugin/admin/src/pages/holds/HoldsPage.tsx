import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';

import type { Holds } from '../../../../shared/desk';
import { useReadHoldsQuery } from '../../api/holds';
import { Card } from '../../components/Card';
import { DeskNav } from '../../components/DeskNav';
import { LoadError } from '../../components/LoadError';
import { Notice } from '../../components/Notice';
import { useDeskIntl } from '../../hooks/use-desk-intl';
import { useText } from '../../hooks/use-text';
import { PERMISSIONS } from '../../plugin/permissions';
import { DecisionsCard } from './DecisionsCard';
import { HeldCampaignCard } from './HeldCampaignCard';
import { LostSendCard } from './LostSendCard';
import { ReleaseCard } from './ReleaseCard';

const countsOf = ({ missing, changed, added }: NonNullable<Holds['journal']>) => ({
  missing,
  changed,
  added,
});

/** Why nothing leaves, in plain words; what waits for a decision; and the button that lets sending go on. */
export function HoldsPage() {
  const text = useText();
  const intl = useDeskIntl();
  const moment = (at: string) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  const { data, error, refetch } = useReadHoldsQuery(undefined, { refetchOnMountOrArgChange: true });
  const { allowedActions } = useRBAC(PERMISSIONS.send);
  const mayDecide = allowedActions['canSend'] === true;
  return (
    <Page.Main>
      <Page.Title>{text('holds.title')}</Page.Title>
      <Layouts.Header title={text('holds.title')} subtitle={text('holds.subtitle')} />
      <Layouts.Content>
        <DeskNav />
        {!data && error === undefined && <Page.Loading />}
        {!data && error !== undefined && <LoadError error={error} onRetry={refetch} />}
        {data && (
          <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={10}>
            {data.hold === null && data.campaigns.length === 0 && (
              <Typography>{text('holds.none')}</Typography>
            )}
            {data.hold !== null && (
              <Card
                title={text(`holds.hold.${data.hold}`)}
                aside={
                  data.heldAt !== null && (
                    <Typography variant="pi" textColor="neutral600">
                      {text('holds.since', { at: moment(data.heldAt) })}
                    </Typography>
                  )
                }
              >
                <Flex direction="column" alignItems="stretch" gap={4}>
                  <Typography tag="p">{text(`holds.hold.${data.hold}.why`)}</Typography>
                  {data.madeAt !== null && (
                    <Typography tag="p" fontWeight="semiBold">
                      {text('holds.made', { at: moment(data.madeAt) })}
                    </Typography>
                  )}
                  {data.journal !== null && (
                    <Typography tag="p" fontWeight="semiBold">
                      {text('holds.journal', countsOf(data.journal))}{' '}
                      {data.journal.isForged && text('holds.journal.forged')}
                    </Typography>
                  )}
                  <Typography tag="p">{text(`holds.hold.${data.hold}.do`)}</Typography>
                </Flex>
              </Card>
            )}
            {!mayDecide && <Notice tone="neutral">{text('holds.may-not')}</Notice>}
            {data.campaigns.map((campaign) => (
              <HeldCampaignCard key={campaign.id} campaign={campaign} mayDecide={mayDecide} />
            ))}
            {data.lostSends.map((lost) => (
              <LostSendCard key={lost.documentId} lost={lost} mayDecide={mayDecide} />
            ))}
            <DecisionsCard decisions={data.decisions} />
            {data.hold !== null && data.hold !== 'damaged' && mayDecide && (
              <ReleaseCard
                holds={{ ...data, hold: data.hold }}
                since={data.heldAt === null ? null : moment(data.heldAt)}
              />
            )}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
