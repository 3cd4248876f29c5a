import { Button, Dialog, Flex } from '@strapi/design-system';
import { Check, PaperPlane } from '@strapi/icons';
import { useState } from 'react';

import type { IssueDetail } from '../../../../../shared/desk';
import { mayHappen, waitsForCampaign } from '../../../../../shared/stages';
import { useGiveAllClearMutation, useWithdrawIssueMutation } from '../../../api/issues';
import { ConfirmButton } from '../../../components/ConfirmButton';
import { Refusal } from '../../../components/Refusal';
import type { ReadEdition } from '../../../hooks/use-read-edition';
import { useText } from '../../../hooks/use-text';
import { mayGiveAllClear, maySendBack, ownAllClear } from '../../../model/review';
import { mayWithdraw } from '../../../model/stage';
import { AskReviewDialog } from '../review/AskReviewDialog';
import { SendBackDialog } from '../review/SendBackDialog';
import { ApproveDialog, type AskedApproval } from './ApproveDialog';

interface StageActionsProps {
  issue: IssueDetail;
  reading: ReadEdition;
}

/** Submit, send back, withdraw, approve, have nothing to say. That and an approval name the edition on screen: nobody means what she has not seen. */
export function StageActions({ issue, reading }: StageActionsProps) {
  const text = useText();
  const [dialog, setDialog] = useState<'ask' | 'send-back' | null>(null);
  const [withdraw, withdrawn] = useWithdrawIssueMutation();
  const [giveAllClear, allClear] = useGiveAllClearMutation();
  /** What she has before her as she asks: what is saved after that is not what she approves. */
  const [asked, setAsked] = useState<AskedApproval | null>(null);
  const { documentId, number, stage, may } = issue;
  const busy = withdrawn.isLoading;
  const canSendBack = maySendBack(issue);
  const canSubmit = may.edit && mayHappen('submit', stage);
  const canWithdraw = mayWithdraw(issue);
  // The table lets a draft be approved too; the desk offers it once somebody has asked for it.
  const canApprove = may.approve && stage === 'in-review';
  // Whoever four eyes excludes reads why above the buttons, before ticking anything.
  const isBarred = issue.approvalBar !== null;
  const asking = reading.hash === null || reading.isExchanged ? null : { issue, hash: reading.hash };
  const canGiveAllClear = mayGiveAllClear(issue) && ownAllClear(issue.review)?.isCurrent !== true;
  if (!canSubmit && !canWithdraw && !canApprove && !canGiveAllClear) return null;
  return (
    <div>
      <Flex gap={2} wrap="wrap">
        {canApprove && (
          <Dialog.Root open={asked !== null} onOpenChange={(open) => setAsked(open ? asking : null)}>
            <Dialog.Trigger>
              <Button
                startIcon={<Check />}
                disabled={busy || isBarred || asking === null || issue.obstacles.length > 0}
              >
                {text('stage.approve')}
              </Button>
            </Dialog.Trigger>
            {/* Made anew each time: a refusal is of the attempt before, and so is what was ticked. */}
            {asked !== null && (
              <ApproveDialog
                {...asked}
                isExchanged={reading.hash !== asked.hash}
                onClose={() => setAsked(null)}
              />
            )}
          </Dialog.Root>
        )}
        {canSubmit && (
          <Dialog.Root open={dialog === 'ask'} onOpenChange={(open) => setDialog(open ? 'ask' : null)}>
            <Dialog.Trigger>
              <Button startIcon={<PaperPlane />} disabled={busy || issue.edition === null}>
                {text('stage.submit')}
              </Button>
            </Dialog.Trigger>
            {dialog === 'ask' && <AskReviewDialog issue={issue} onClose={() => setDialog(null)} />}
          </Dialog.Root>
        )}
        {canGiveAllClear && (
          <Button
            variant={canApprove ? 'secondary' : 'default'}
            startIcon={canApprove ? undefined : <Check />}
            loading={allClear.isLoading}
            disabled={busy || asking === null}
            onClick={() => asking && void giveAllClear({ documentId, hash: asking.hash })}
          >
            {text('stage.all-clear')}
          </Button>
        )}
        {canSendBack && (
          <Dialog.Root
            open={dialog === 'send-back'}
            onOpenChange={(open) => setDialog(open ? 'send-back' : null)}
          >
            <Dialog.Trigger>
              <Button variant="secondary" disabled={busy}>
                {text('stage.send-back')}
              </Button>
            </Dialog.Trigger>
            {dialog === 'send-back' && <SendBackDialog issue={issue} onClose={() => setDialog(null)} />}
          </Dialog.Root>
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
      <Refusal error={allClear.error ?? withdrawn.error} />
    </div>
  );
}
