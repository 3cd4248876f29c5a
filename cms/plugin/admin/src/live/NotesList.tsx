import { Box, TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { LiveNote } from '../../../shared/desk';
import type { Deciding } from '../components/SetAside';
import { useText } from '../hooks/use-text';
import { isOpen, NoteLine, type Mending } from './NoteLine';

const List = styled.ol`
  display: grid;
  gap: 0.8rem;
  max-height: 40vh;
  padding: 1.2rem 2rem;
  overflow-y: auto;
`;

interface NotesListProps {
  notes: readonly LiveNote[];
  deciding: Deciding | null;
  mending: Mending | null;
  onPlace: (place: string) => void;
}

/** Everything that is to be said of the number, each with the way into its field; what was set aside at the end. */
export function NotesList({ notes, deciding, mending, onPlace }: NotesListProps) {
  const text = useText();
  const ordered = [...notes.filter(isOpen), ...notes.filter((note) => !isOpen(note))];
  return (
    <Box background="neutral100" borderColor="neutral150">
      <List aria-label={text('compose.notes.name')}>
        {ordered.map((note) => (
          <li key={`${note.at} ${note.message}`}>
            <NoteLine note={note} deciding={deciding} mending={mending} />
            {note.at !== '' && (
              <TextButton
                onClick={() => onPlace(note.at)}
                aria-label={text('compose.notes.go', { message: note.message })}
              >
                {text('compose.notes.go.short')}
              </TextButton>
            )}
          </li>
        ))}
      </List>
    </Box>
  );
}
