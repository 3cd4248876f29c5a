import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';

import { usePrepareNumberMutation } from '../../api/numbers';
import { DeskNav } from '../../components/DeskNav';
import { LoadError } from '../../components/LoadError';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import { deskPath } from '../../plugin/plugin-id';
import { NumberFields } from './NumberFields';
import { ProposedIssues } from './ProposedIssues';
import { useNewNumber } from './use-new-number';

/** From one number to the next: what is proposed, what becomes of everything in the other one, and the button that makes it. */
export function PreparePage() {
  const text = useText();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const fresh = useNewNumber();
  const [prepare, prepared] = usePrepareNumberMutation();
  const { proposal, error, refetch, chosen, isFetching, isPeriodTurned } = fresh;

  const onPrepare = async () => {
    if (!proposal) return;
    const answer = await prepare(fresh.requestOf(proposal));
    if (!('data' in answer) || !answer.data) return void refetch();
    const { number, issues } = answer.data;
    toggleNotification({
      type: 'success',
      message: text('prepare.done', { number: String(number), count: issues.length }),
    });
    const [first] = issues;
    navigate(first ? deskPath.compose(first.documentId) : deskPath.issues);
  };

  return (
    <Page.Main>
      <Page.Title>{text('prepare.title')}</Page.Title>
      <Layouts.Header
        navigationAction={<BackButton fallback={deskPath.issues} />}
        title={text('prepare.title')}
        subtitle={text('prepare.subtitle')}
      />
      <Layouts.Content>
        <DeskNav />
        {error !== undefined && !proposal && <LoadError error={error} onRetry={() => void refetch()} />}
        {!proposal && error === undefined && <Page.Loading />}
        {proposal && (
          <Flex direction="column" alignItems="stretch" gap={5} maxWidth="110rem">
            <NumberFields fresh={fresh} proposal={proposal} />
            <Box aria-busy={isFetching} style={isFetching ? { opacity: 0.5 } : undefined}>
              <ProposedIssues fresh={fresh} proposal={proposal} />
            </Box>
            <Box position="sticky" bottom={0} background="neutral100" paddingTop={3} paddingBottom={3}>
              <Flex gap={4} wrap="wrap">
                <Button
                  size="L"
                  loading={prepared.isLoading || isFetching}
                  disabled={chosen.length === 0 || isPeriodTurned || isFetching || error !== undefined}
                  onClick={() => void onPrepare()}
                >
                  {text('prepare.button', { number: String(proposal.number), count: chosen.length })}
                </Button>
                <Typography variant="pi" textColor="neutral600">
                  {text('prepare.nothing-yet')}
                </Typography>
              </Flex>
              <Refusal error={prepared.error ?? error} />
            </Box>
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
