import { Button, Dialog, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { IssueDetail } from '../../../../../shared/desk';
import { useSendBackIssueMutation } from '../../../api/issues';
import { DialogContent } from '../../../components/DialogContent';
import { Refusal } from '../../../components/Refusal';
import { useText } from '../../../hooks/use-text';

/** Sends an issue back to whoever asked for the review, with what is to be corrected. */
export function SendBackDialog({ issue, onClose }: { issue: IssueDetail; onClose: () => void }) {
  const text = useText();
  const [reason, setReason] = useState('');
  const [sendBack, sent] = useSendBackIssueMutation();
  const onConfirm = async () => {
    const answer = await sendBack({ documentId: issue.documentId, reason });
    if ('data' in answer) onClose();
  };
  const count = issue.review?.openComments ?? 0;
  return (
    <DialogContent>
      <Dialog.Header>{text('review.back.title', { number: String(issue.number) })}</Dialog.Header>
      <Dialog.Body>
        <Flex direction="column" alignItems="stretch" gap={4} width="100%">
          <Typography tag="p">
            {text('review.back.what', { name: issue.review?.by.name ?? '', count })}
          </Typography>
          <Field.Root name="reason" required hint={text('review.back.hint')}>
            <Field.Label>{text('review.back.reason')}</Field.Label>
            <Textarea
              value={reason}
              maxLength={2000}
              onChange={(event: { target: { value: string } }) => setReason(event.target.value)}
            />
            <Field.Hint />
          </Field.Root>
          <Refusal error={sent.error} />
        </Flex>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth disabled={sent.isLoading}>
            {text('confirm.back')}
          </Button>
        </Dialog.Cancel>
        <Button
          fullWidth
          disabled={reason.trim().length < 3}
          loading={sent.isLoading}
          onClick={() => void onConfirm()}
        >
          {text('review.back.button')}
        </Button>
      </Dialog.Footer>
    </DialogContent>
  );
}
