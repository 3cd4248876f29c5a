import { Button, Flex, Typography } from '@strapi/design-system';

import type { IssueDetail } from '../../../../../shared/desk';
import { Card } from '../../../components/Card';
import { EndedNote } from '../../../revisions/EndedNote';
import { Notice } from '../../../components/Notice';
import { StageLabel } from '../../../components/StageLabel';
import type { ReadEdition } from '../../../hooks/use-read-edition';
import { useSpaced } from '../../../hooks/use-spaced';
import { useText } from '../../../hooks/use-text';
import { mayGiveAllClear } from '../../../model/review';
import { nextStep } from '../../../model/stage';
import { ReviewNote } from '../review/ReviewNote';
import { UntoldNote } from '../review/UntoldNote';
import { ApprovalNote } from './ApprovalNote';
import { CorrectionPart } from './CorrectionPart';
import { StageActions } from './StageActions';
import { StagePath } from './StagePath';

interface StageCardProps {
  issue: IssueDetail;
  reading: ReadEdition;
}

/** Where the issue stands on its way, and what the person can do to take it further. */
export function StageCard({ issue, reading }: StageCardProps) {
  const text = useText();
  const spaced = useSpaced();
  const isReviewer = mayGiveAllClear(issue);
  return (
    <Card title={text('stage.title')} aside={<StageLabel issue={issue} />}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <StagePath stage={issue.stage} />
        <EndedNote issue={issue} />
        <Typography tag="p">{text(nextStep(issue))}</Typography>
        {issue.stage === 'in-review' && issue.approvalBar && (
          <Notice tone="warning">{spaced(issue.approvalBar.message)}</Notice>
        )}
        {reading.isExchanged && issue.stage === 'in-review' && (issue.may.approve || isReviewer) && (
          <Flex role="alert" direction="column" alignItems="stretch" gap={2}>
            <Notice tone="warning">
              {text(issue.may.approve ? 'approve.exchanged' : 'approve.exchanged.review')}
            </Notice>
            <Button variant="secondary" onClick={reading.onRead}>
              {text('approve.exchanged.read')}
            </Button>
          </Flex>
        )}
        <ReviewNote issue={issue} />
        <UntoldNote issue={issue} />
        <ApprovalNote issue={issue} />
        <StageActions issue={issue} reading={reading} />
        <CorrectionPart issue={issue} />
      </Flex>
    </Card>
  );
}
