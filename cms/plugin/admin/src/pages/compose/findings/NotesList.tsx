import { Box, TextButton, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { LiveNote } from '../../../../../shared/desk';
import { useSpaced } from '../../../hooks/use-spaced';
import { useText } from '../../../hooks/use-text';

const List = styled.ol`
  display: grid;
  gap: 0.8rem;
  max-height: 30vh;
  padding: 1.2rem 2rem;
  overflow-y: auto;
`;

/** Everything that is to be said of the number, each with the way into its field. */
export function NotesList({
  notes,
  onPlace,
}: {
  notes: readonly LiveNote[];
  onPlace: (place: string) => void;
}) {
  const text = useText();
  const spaced = useSpaced();
  return (
    <Box background="neutral100" borderColor="neutral150">
      <List aria-label={text('compose.notes.name')}>
        {notes.map(({ at, message, remedy, severity }) => (
          <li key={`${at} ${message}`}>
            <Typography variant="pi" textColor={severity === 'error' ? 'danger700' : 'neutral800'}>
              {spaced(message)} {spaced(remedy)}
            </Typography>{' '}
            {at !== '' && (
              <TextButton onClick={() => onPlace(at)} aria-label={text('compose.notes.go', { message })}>
                {text('compose.notes.go.short')}
              </TextButton>
            )}
          </li>
        ))}
      </List>
    </Box>
  );
}
