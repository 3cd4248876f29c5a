import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import { useText } from '../hooks/use-text';
import { DialogContent } from './DialogContent';
import { Refusal } from './Refusal';
import { WordsField } from './WordsField';

/** Fewer characters say nothing to whoever reads it later; the server asks for as many. */
const LEAST = 3;

interface ReasonDialogProps {
  title: string;
  /** What follows from it. */
  question: string;
  label: string;
  hint: string;
  /** Characters that a reason may have. */
  most: number;
  button: string;
  isSending: boolean;
  /** Why it was refused, as the client gives it. */
  error: unknown;
  onConfirm: (reason: string) => Promise<unknown>;
}

/** A decision that starts with why: the content of a dialog, made anew each time it is opened. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, question, label, hint, most, button, isSending, error, onConfirm } = props;
  const text = useText();
  const [reason, setReason] = useState('');
  return (
    <DialogContent>
      <Dialog.Header>{title}</Dialog.Header>
      <Dialog.Body>
        <Flex direction="column" alignItems="stretch" gap={4} width="100%">
          <Typography tag="p">{question}</Typography>
          <WordsField
            {...{ label, hint, most }}
            name="reason"
            isRequired
            value={reason}
            onChange={setReason}
          />
          <Refusal error={error} />
        </Flex>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth disabled={isSending}>
            {text('confirm.back')}
          </Button>
        </Dialog.Cancel>
        <Button
          fullWidth
          disabled={reason.trim().length < LEAST}
          loading={isSending}
          onClick={() => void onConfirm(reason)}
        >
          {button}
        </Button>
      </Dialog.Footer>
    </DialogContent>
  );
}
