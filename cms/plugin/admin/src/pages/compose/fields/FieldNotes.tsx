import { Flex, TextButton, Typography } from '@strapi/design-system';

import { useText } from '../../../hooks/use-text';
import type { Mend } from '../findings/mend';
import { NoteLine } from '../findings/NoteLine';
import { useFieldId, useForm } from './form-context';

interface FieldNotesProps {
  /** Its name in the form. */
  field: string;
  mend?: Mend | null;
  onMend?: (value: string) => void;
}

/** What a field is described by: the element with what is to be said of it. */
export function useNotesId(field: string): string {
  return `${useFieldId(field)}-notes`;
}

/** What is to be said of a field, below it, and the button that mends what has one right value. */
export function FieldNotes({ field, mend = null, onMend }: FieldNotesProps) {
  const text = useText();
  const { notesOf, deciding } = useForm();
  return (
    <div id={useNotesId(field)} aria-live="polite">
      {notesOf(field).map((note) => (
        <NoteLine key={`${note.at} ${note.message}`} note={note} deciding={deciding} />
      ))}
      {mend && onMend && (
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
