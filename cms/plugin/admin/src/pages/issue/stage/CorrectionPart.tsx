import { Button, Dialog, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { IssueDetail } from '../../../../../shared/desk';
import { mayHappen } from '../../../../../shared/stages';
import { useCorrectIssueMutation, useUncorrectIssueMutation } from '../../../api/issues';
import { ConfirmButton } from '../../../components/ConfirmButton';
import { DialogContent } from '../../../components/DialogContent';
import { Notice } from '../../../components/Notice';
import { Refusal } from '../../../components/Refusal';
import { useText } from '../../../hooks/use-text';

/** What an issue corrects, who began it and why; and the way to begin a correction of one that was sent. */
export function CorrectionPart({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const intl = useIntl();
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
  const [reason, setReason] = useState('');
  const [correct, corrected] = useCorrectIssueMutation();
  const onConfirm = async () => {
    const answer = await correct({ documentId: issue.documentId, reason });
    if ('data' in answer) setOpen(false);
  };
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
      <DialogContent>
        <Dialog.Header>{text('correction.confirm.title', { number: String(issue.number) })}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={4} width="100%">
            <Typography tag="p">{text('correction.confirm', { language: issue.language })}</Typography>
            <Field.Root name="reason" required hint={text('correction.reason.hint')}>
              <Field.Label>{text('correction.reason')}</Field.Label>
              <Textarea
                value={reason}
                maxLength={500}
                onChange={(event: { target: { value: string } }) => setReason(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
            <Refusal error={corrected.error} />
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth disabled={corrected.isLoading}>
              {text('confirm.back')}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            disabled={reason.trim().length < 3}
            loading={corrected.isLoading}
            onClick={() => void onConfirm()}
          >
            {text('correction.confirm.button')}
          </Button>
        </Dialog.Footer>
      </DialogContent>
    </Dialog.Root>
  );
}
