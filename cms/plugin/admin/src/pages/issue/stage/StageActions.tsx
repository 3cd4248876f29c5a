import { Button, Flex } from '@strapi/design-system';
import { Check, PaperPlane } from '@strapi/icons';

import type { IssueDetail } from '../../../../../shared/desk';
import { mayHappen } from '../../../../../shared/stages';
import {
  useApproveIssueMutation,
  useSubmitIssueMutation,
  useWithdrawIssueMutation,
} from '../../../api/issues';
import { Refusal } from '../../../components/Refusal';
import { useText } from '../../../hooks/use-text';

interface StageActionsProps {
  issue: IssueDetail;
  hashSeen: string | null;
}

/** Submit, withdraw, approve. An approval names the edition on screen, so nobody approves what she has not seen. */
export function StageActions({ issue, hashSeen }: StageActionsProps) {
  const text = useText();
  const [submit, submitted] = useSubmitIssueMutation();
  const [withdraw, withdrawn] = useWithdrawIssueMutation();
  const [approve, approved] = useApproveIssueMutation();
  const { documentId, stage, may } = issue;
  const busy = submitted.isLoading || withdrawn.isLoading || approved.isLoading;
  const canSubmit = may.edit && mayHappen('submit', stage);
  const canWithdraw = may.edit && mayHappen('withdraw', stage);
  // The table lets a draft be approved too; the desk offers it once somebody has asked for it.
  const canApprove = may.approve && stage === 'in-review';
  if (!canSubmit && !canWithdraw && !canApprove) return null;
  return (
    <div>
      <Flex gap={2} wrap="wrap">
        {canApprove && (
          <Button
            startIcon={<Check />}
            loading={approved.isLoading}
            disabled={busy || hashSeen === null || issue.obstacles.length > 0}
            onClick={() => hashSeen !== null && void approve({ documentId, hash: hashSeen })}
          >
            {text('stage.approve')}
          </Button>
        )}
        {canSubmit && (
          <Button
            startIcon={<PaperPlane />}
            loading={submitted.isLoading}
            disabled={busy || issue.edition === null}
            onClick={() => void submit(documentId)}
          >
            {text('stage.submit')}
          </Button>
        )}
        {canWithdraw && (
          <Button
            variant="tertiary"
            loading={withdrawn.isLoading}
            disabled={busy}
            onClick={() => void withdraw(documentId)}
          >
            {text('stage.withdraw')}
          </Button>
        )}
      </Flex>
      <Refusal error={submitted.error ?? withdrawn.error ?? approved.error} />
    </div>
  );
}
