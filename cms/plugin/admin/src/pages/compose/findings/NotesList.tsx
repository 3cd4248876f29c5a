import { Box } from '@strapi/design-system';

import type { LiveNote } from '../../../../../shared/desk';
import type { Deciding } from '../../../components/SetAside';
import { useText } from '../../../hooks/use-text';
import type { Saving } from '../drafts/use-saving';
import { FullCheck } from './FullCheck';
import type { Mending } from '../../../live/NoteLine';
import { NotesOfList } from '../../../live/NotesOfList';

interface NotesListProps {
  issueId: string;
  notes: readonly LiveNote[];
  saving: Saving;
  deciding: Deciding | null;
  mending: Mending | null;
  leads: (place: string) => boolean;
  onPlace: (place: string) => void;
}

/** Everything that is to be said of the number: what the quick rules find at each key, and what the full preflight finds when it is asked. */
export function NotesList({ issueId, notes, saving, ...shared }: NotesListProps) {
  const text = useText();
  return (
    <Box background="neutral100" borderColor="neutral150" maxHeight="34vh" overflow="auto">
      {notes.length > 0 && (
        <Box paddingTop={1} paddingLeft={5} paddingRight={5}>
          <NotesOfList name={text('compose.notes.name')} notes={notes} {...shared} />
        </Box>
      )}
      <FullCheck
        issueId={issueId}
        notes={notes}
        savedAt={saving.at}
        isTyped={saving.state === 'typed'}
        deciding={shared.deciding}
        leads={shared.leads}
        onPlace={shared.onPlace}
      />
    </Box>
  );
}
