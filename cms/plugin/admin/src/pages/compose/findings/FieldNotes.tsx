import { Box, Flex, TextButton, Typography } from '@strapi/design-system';

import type { LiveNote } from '../../../../../shared/desk';
import { useSpaced } from '../../../hooks/use-spaced';
import { useText } from '../../../hooks/use-text';
import type { Mend } from './mend';

interface FieldNotesProps {
  id: string;
  notes: readonly LiveNote[];
  mend: Mend | null;
  onMend: (value: string) => void;
}

/** What is to be said of a field, below it, and the button that mends what has one right value. */
export function FieldNotes({ id, notes, mend, onMend }: FieldNotesProps) {
  const text = useText();
  const spaced = useSpaced();
  return (
    <div id={id} aria-live="polite">
      {notes.map(({ at, severity, message, remedy }) => (
        <Box key={`${at} ${message}`} paddingTop={1}>
          <Typography variant="pi" textColor={severity === 'error' ? 'danger700' : 'warning700'}>
            {spaced(message)} {spaced(remedy)}
          </Typography>
        </Box>
      ))}
      {mend && (
        <Flex gap={2} paddingTop={1} wrap="wrap">
          <TextButton onClick={() => onMend(mend.value)}>{text(mend.text)}</TextButton>
          <Typography variant="pi" textColor="neutral600" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {mend.value}
          </Typography>
        </Flex>
      )}
    </div>
  );
}
