import { NoteLine } from '../../../live/NoteLine';
import { FieldComments } from './FieldComments';
import { useFieldId, useForm, useFormNotes } from './form-context';

/** What a field is described by: the element with what is to be said of it. @param field its name in the form */
export function useNotesId(field: string): string {
  return `${useFieldId(field)}-notes`;
}

/** What is to be said of a field, below it, with what can be done about it, and what people say about it. */
export function FieldNotes({ field }: { field: string }) {
  const { notesOf, deciding, mending, commenting } = useFormNotes();
  const { selection } = useForm();
  return (
    <div>
      <div id={useNotesId(field)} aria-live="polite">
        {notesOf(field).map((note) => (
          <NoteLine key={`${note.at} ${note.message}`} note={note} deciding={deciding} mending={mending} />
        ))}
      </div>
      {commenting && <FieldComments commenting={commenting} place={{ selection, field }} />}
    </div>
  );
}
