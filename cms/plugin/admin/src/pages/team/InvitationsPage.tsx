import { Button, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';

import type { Invitation } from '../../../../shared/desk';
import { useListInvitationsQuery, useSendInvitationMutation } from '../../api/reviews';
import { DataTable, type Column } from '../../components/DataTable';
import { DeskNav } from '../../components/DeskNav';
import { LoadError } from '../../components/LoadError';
import { Moment } from '../../components/Moment';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import { useWhileVisible } from '../../hooks/use-while-visible';
import { invitationText } from '../../model/review';

/** Colleagues who were invited and have not opened their account: what became of the mail, and the way to send it again. */
export function InvitationsPage() {
  const text = useText();
  const { toggleNotification } = useNotification();
  const pollingInterval = useWhileVisible(5_000);
  const { data, error, refetch } = useListInvitationsQuery(undefined, {
    pollingInterval,
    refetchOnMountOrArgChange: true,
  });
  const [send, sent] = useSendInvitationMutation();
  const onSend = async ({ id, name }: Invitation) => {
    const answer = await send(id);
    if ('data' in answer)
      toggleNotification({ type: 'success', message: text('invitations.sent', { name }) });
  };
  const columns: Column<Invitation>[] = [
    { heading: 'invitations.name', cell: ({ name }) => <bdi>{name}</bdi> },
    { heading: 'invitations.address', cell: ({ address }) => <bdi>{address}</bdi> },
    { heading: 'invitations.roles', cell: ({ roles }) => roles.join(text('comma')) },
    { heading: 'invitations.at', cell: ({ invitedAt }) => <Moment at={invitedAt} /> },
    { heading: 'invitations.mail', cell: ({ notice }) => text(invitationText(notice)) },
    {
      heading: 'invitations.actions',
      isQuiet: true,
      cell: (invitation) => (
        <Button
          variant="secondary"
          size="S"
          disabled={sent.isLoading}
          aria-label={text('invitations.send.name', { name: invitation.name })}
          onClick={() => void onSend(invitation)}
        >
          {text('invitations.send')}
        </Button>
      ),
    },
  ];
  return (
    <Page.Main>
      <Page.Title>{text('invitations.title')}</Page.Title>
      <Layouts.Header
        title={text('invitations.title')}
        subtitle={text('invitations.subtitle')}
        primaryAction={
          // Strapi's own page: who may come here may invite there.
          <LinkButton tag={NavLink} to="/settings/users" startIcon={<Plus />}>
            {text('invitations.invite')}
          </LinkButton>
        }
      />
      <Layouts.Content>
        <DeskNav />
        {error !== undefined && !data && <LoadError error={error} onRetry={refetch} />}
        <Refusal error={sent.error} />
        {data?.length === 0 && <Typography textColor="neutral600">{text('invitations.none')}</Typography>}
        {data && data.length > 0 && (
          <DataTable
            name={text('invitations.title')}
            columns={columns}
            rows={data}
            keyOf={({ id }) => String(id)}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
