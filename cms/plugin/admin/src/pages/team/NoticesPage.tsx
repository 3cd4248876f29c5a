import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { chosenNotices, type ChosenNotice } from '../../../../shared/review-lists';
import { useChooseNoticesMutation, useReadNoticeChoiceQuery } from '../../api/reviews';
import { Card } from '../../components/Card';
import { DeskNav } from '../../components/DeskNav';
import { LoadError } from '../../components/LoadError';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';

/** Which mails about issues a person gets: her own choice, kept with her account. */
export function NoticesPage() {
  const text = useText();
  const { data, error, refetch } = useReadNoticeChoiceQuery();
  const [choose, chosen] = useChooseNoticesMutation();
  const muted = data?.muted ?? [];
  const change = (kind: ChosenNotice, isWanted: boolean) => {
    const others = muted.filter((one) => one !== kind);
    void choose({ muted: isWanted ? others : [...others, kind] });
  };
  return (
    <Page.Main>
      <Page.Title>{text('notices.title')}</Page.Title>
      <Layouts.Header title={text('notices.title')} subtitle={text('notices.subtitle')} />
      <Layouts.Content>
        <DeskNav />
        {error !== undefined && !data && <LoadError error={error} onRetry={refetch} />}
        {data && (
          <Card title={text('notices.choose')}>
            <Flex direction="column" alignItems="stretch" gap={3}>
              {chosenNotices.map((kind) => (
                <Checkbox
                  key={kind}
                  checked={!muted.includes(kind)}
                  disabled={chosen.isLoading}
                  onCheckedChange={(on) => change(kind, on === true)}
                >
                  {text(`notices.${kind}`)}
                </Checkbox>
              ))}
              <Typography variant="pi" textColor="neutral600">
                {text('notices.hint')}
              </Typography>
              <Refusal error={chosen.error} />
            </Flex>
          </Card>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
