import { TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { LiveNote } from '../../../shared/desk';
import type { Deciding } from '../components/SetAside';
import { useText } from '../hooks/use-text';
import { isOpen, NoteLine, type Mending } from './NoteLine';

const List = styled.ol`
  display: grid;
  gap: 0.8rem;
  padding-block: 0.8rem;
`;

interface NotesOfListProps {
  /** What the list is called, for who hears it. */
  name: string;
  notes: readonly LiveNote[];
  deciding: Deciding | null;
  mending: Mending | null;
  /** Whether a place has a field on this page. */
  leads: (place: string) => boolean;
  onPlace: (place: string) => void;
}

/** What is to be said, each with the way into its field; what was set aside at the end. */
export function NotesOfList(props: NotesOfListProps) {
  const { name, notes, deciding, mending, leads, onPlace } = props;
  const text = useText();
  const ordered = [...notes.filter(isOpen), ...notes.filter((note) => !isOpen(note))];
  return (
    <List aria-label={name}>
      {ordered.map((note) => (
        <li key={`${note.at} ${note.message}`}>
          <NoteLine note={note} deciding={deciding} mending={mending} />
          {leads(note.at) && (
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
  );
}
