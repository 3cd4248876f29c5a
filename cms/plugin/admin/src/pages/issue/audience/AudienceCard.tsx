import { Divider, Flex, Typography } from '@strapi/design-system';

import type { IssueDetail } from '../../../../../shared/desk';
import { useListListsQuery, useListSegmentsQuery } from '../../../api/audience';
import { Card } from '../../../components/Card';
import { Refusal } from '../../../components/Refusal';
import { useAudienceChoice } from '../../../hooks/use-audience-choice';
import { useText } from '../../../hooks/use-text';
import { AudienceResult } from './AudienceResult';
import { ChoiceGroup } from './ChoiceGroup';
import { RestNotes } from './RestNotes';
import { SendForm } from './SendForm';

/** Whom the issue goes to, how many that are, who is left out and why; then the sending itself. */
export function AudienceCard({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const lists = useListListsQuery(undefined, { refetchOnMountOrArgChange: true });
  const segments = useListSegmentsQuery(undefined, { refetchOnMountOrArgChange: true });
  const choice = useAudienceChoice(issue.documentId);
  const nothingToChoose = lists.data?.length === 0 && (segments.data?.length ?? 0) === 0;
  return (
    <Card title={text(issue.stage === 'sent' ? 'audience.title.rest' : 'audience.title')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <RestNotes issue={issue} choice={choice} />
        {nothingToChoose && <Typography textColor="neutral600">{text('audience.none')}</Typography>}
        <ChoiceGroup
          name={text('audience.lists')}
          choices={lists.data ?? []}
          chosen={choice.listIds}
          onToggle={choice.toggleList}
        />
        <ChoiceGroup
          name={text('audience.segments')}
          choices={segments.data ?? []}
          chosen={choice.segmentIds}
          onToggle={choice.toggleSegment}
        />
        <AudienceResult choice={choice} />
        <Refusal error={lists.error ?? segments.error ?? choice.error} />
        <Divider />
        <SendForm issue={issue} choice={choice} />
      </Flex>
    </Card>
  );
}
