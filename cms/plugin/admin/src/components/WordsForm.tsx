import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';

import { Refusal } from './Refusal';
import { WordsField } from './WordsField';

interface WordsFormProps {
  name: string;
  label: string;
  hint?: string;
  /** Characters that are needed. */
  least?: number;
  most: number;
  button: string;
  isSending: boolean;
  /** Why they were not taken, as the client gives it. */
  error: unknown;
  /** Whether somebody has just asked for it, to write. */
  isFocused?: boolean;
  /** @returns whether they were taken: the field is empty then */
  onSend: (words: string) => Promise<boolean>;
}

/** Something to say in its place on the page, and the button that says it. */
export function WordsForm({ least = 1, button, isSending, error, onSend, ...field }: WordsFormProps) {
  const [words, setWords] = useState('');
  const send = async () => {
    if (await onSend(words)) setWords('');
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <WordsField {...field} value={words} onChange={setWords} />
      <Refusal error={error} />
      <Flex>
        <Button
          variant="secondary"
          size="S"
          loading={isSending}
          disabled={words.trim().length < least}
          onClick={() => void send()}
        >
          {button}
        </Button>
      </Flex>
    </Flex>
  );
}
