import { Button, Dialog, Flex } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useState } from 'react';

import type { IssueDetail } from '../../../../../shared/desk';
import { mayHappen } from '../../../../../shared/stages';
import { useCorrectIssueMutation, useUncorrectIssueMutation } from '../../../api/issues';
import { ConfirmButton } from '../../../components/ConfirmButton';
import { Notice } from '../../../components/Notice';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { Refusal } from '../../../components/Refusal';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';

/** What an issue corrects, who began it and why; and the way to begin a correction of one that was sent. */
export function CorrectionPart({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const intl = useDeskIntl();
  const { correction, may, stage } = issue;
  return (
    <>
      {correction && (
        <Notice tone="warning" title={text('correction.title', { round: correction.round })}>
          {text('correction.by', {
            reason: correction.reason,
            by: correction.by,
            at: intl.formatDate(correction.at, { dateStyle: 'medium', timeStyle: 'short' }),
          })}
        </Notice>
      )}
      {may.send && mayHappen('correct', stage) && <CorrectButton issue={issue} />}
      {correction && may.send && mayHappen('uncorrect', stage) && <TakeBackButton issue={issue} />}
    </>
  );
}

/** For a correction that was begun by mistake: possible until it is approved. */
function TakeBackButton({ issue: { documentId, number } }: { issue: IssueDetail }) {
  const text = useText();
  const [takeBack, takenBack] = useUncorrectIssueMutation();
  return (
    <>
      <Flex>
        <ConfirmButton
          label={text('correction.back')}
          disabled={takenBack.isLoading}
          title={text('correction.back.title', { number: String(number) })}
          question={text('correction.back.question')}
          confirm={text('correction.back.button')}
          isDangerous={false}
          onConfirm={() => void takeBack(documentId)}
        />
      </Flex>
      <Refusal error={takenBack.error} />
    </>
  );
}

function CorrectButton({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [correct, corrected] = useCorrectIssueMutation();
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next: boolean) => {
        // A refusal is of the attempt before.
        corrected.reset();
        setOpen(next);
      }}
    >
      <Flex>
        <Dialog.Trigger>
          <Button variant="tertiary" startIcon={<Pencil />}>
            {text('correction.button')}
          </Button>
        </Dialog.Trigger>
      </Flex>
      {open && (
        <ReasonDialog
          title={text('correction.confirm.title', { number: String(issue.number) })}
          question={text('correction.confirm', { language: issue.language })}
          label={text('correction.reason')}
          hint={text('correction.reason.hint')}
          most={500}
          button={text('correction.confirm.button')}
          isSending={corrected.isLoading}
          error={corrected.error}
          onConfirm={async (reason) => {
            const answer = await correct({ documentId: issue.documentId, reason });
            if ('data' in answer) setOpen(false);
          }}
        />
      )}
    </Dialog.Root>
  );
}
