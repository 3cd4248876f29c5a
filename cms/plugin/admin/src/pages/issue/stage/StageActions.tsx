import { Button, Dialog, Flex } from '@strapi/design-system';
import { Check, PaperPlane } from '@strapi/icons';
import { useState } from 'react';

import type { IssueDetail } from '../../../../../shared/desk';
import { mayHappen, waitsForCampaign } from '../../../../../shared/stages';
import { useSubmitIssueMutation, useWithdrawIssueMutation } from '../../../api/issues';
import { ConfirmButton } from '../../../components/ConfirmButton';
import { Refusal } from '../../../components/Refusal';
import { useText } from '../../../hooks/use-text';
import { mayWithdraw } from '../../../model/stage';
import { ApproveDialog } from './ApproveDialog';

interface StageActionsProps {
  issue: IssueDetail;
  hashSeen: string | null;
}

/** Submit, withdraw, approve. An approval names the edition on screen, so nobody approves what she has not seen. */
export function StageActions({ issue, hashSeen }: StageActionsProps) {
  const text = useText();
  const [submit, submitted] = useSubmitIssueMutation();
  const [withdraw, withdrawn] = useWithdrawIssueMutation();
  // The edition on screen when she began to approve: what others write meanwhile is another one, which she has not seen.
  const [asking, setAsking] = useState<string | null>(null);
  const { documentId, number, stage, may } = issue;
  const busy = submitted.isLoading || withdrawn.isLoading;
  const canSubmit = may.edit && mayHappen('submit', stage);
  const canWithdraw = mayWithdraw(issue);
  // The table lets a draft be approved too; the desk offers it once somebody has asked for it.
  const canApprove = may.approve && stage === 'in-review';
  // Whoever four eyes excludes reads why above the buttons, before ticking anything.
  const isBarred = issue.approvalBar !== null;
  if (!canSubmit && !canWithdraw && !canApprove) return null;
  return (
    <div>
      <Flex gap={2} wrap="wrap">
        {canApprove && (
          <Dialog.Root
            open={asking !== null}
            onOpenChange={(open: boolean) => setAsking(open ? hashSeen : null)}
          >
            <Dialog.Trigger>
              <Button
                startIcon={<Check />}
                disabled={busy || isBarred || hashSeen === null || issue.obstacles.length > 0}
              >
                {text('stage.approve')}
              </Button>
            </Dialog.Trigger>
            {/* Made anew each time: a refusal is of the attempt before, and so is what was ticked. */}
            {asking !== null && (
              <ApproveDialog issue={issue} hashSeen={asking} onClose={() => setAsking(null)} />
            )}
          </Dialog.Root>
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
        {canWithdraw && waitsForCampaign(stage) && (
          <ConfirmButton
            label={text('stage.withdraw')}
            disabled={busy}
            title={text('withdraw.scheduled.title', { number: String(number) })}
            question={text('withdraw.scheduled')}
            confirm={text('withdraw.scheduled.button')}
            onConfirm={() => void withdraw(documentId)}
          />
        )}
        {canWithdraw && !waitsForCampaign(stage) && (
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
      <Refusal error={submitted.error ?? withdrawn.error} />
    </div>
  );
}
