import { Box, Typography } from '@strapi/design-system';

import type { LiveNote } from '../../../../../shared/desk';
import { SetAside, type Deciding } from '../../../findings/SetAside';
import { useSpaced } from '../../../hooks/use-spaced';

/** Whether there is still something to do about it. Pure. */
export function isOpen({ finding }: LiveNote): boolean {
  return finding?.setAside == null;
}

interface NoteLineProps {
  note: LiveNote;
  deciding: Deciding | null;
}

/** What is to be said of a place; what was set aside is struck through, with its reason. */
export function NoteLine({ note, deciding }: NoteLineProps) {
  const spaced = useSpaced();
  const { severity, message, remedy, finding } = note;
  const said = isOpen(note) ? `${spaced(message)} ${spaced(remedy)}` : spaced(message);
  const colour = severity === 'warning' ? 'warning700' : 'danger700';
  return (
    <Box paddingTop={1}>
      <Typography
        tag={isOpen(note) ? 'p' : 's'}
        variant="pi"
        textColor={isOpen(note) ? colour : 'neutral600'}
      >
        {said}
      </Typography>
      {finding && <SetAside finding={{ ...finding, message }} deciding={deciding} />}
    </Box>
  );
}
