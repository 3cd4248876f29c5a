import { createContext, useContext, type ReactNode } from 'react';

import { labelOf } from '../../../../../shared/field-labels';
import type { Language, LiveNote } from '../../../../../shared/desk';
import type { Deciding } from '../../../components/SetAside';
import type { Mending } from '../../../live/NoteLine';
import type { Commenting } from './use-commenting';
import type { Selection } from '../structure/selection';
import { elementName } from './field-places';
import { useDeskLanguage } from '../../../hooks/use-desk-intl';

/** What every field of the form in the middle needs to know. */
export interface FormContext {
  selection: Selection;
  /** Language of the issue: what is typed is read in it. */
  language: Language;
  isDisabled: boolean;
  /** A day of the number, by which days without a year are understood. */
  near: string;
  /** Somebody is in the field: the mail shows its piece. */
  onEnter: (field: string) => void;
}

/** What is to be said of the fields, and what can be done about it. */
export interface FormNotes {
  notesOf: (field: string) => readonly LiveNote[];
  /** Null where nothing of that can be decided. */
  deciding: Deciding | null;
  mending: Mending | null;
  /** What people say about the fields; null as long as it is not read. */
  commenting: Commenting | null;
}

const Context = createContext<FormContext | null>(null);
/** Apart from the other one, since it is another one after each key. */
const NotesContext = createContext<FormNotes | null>(null);

interface FormProviderProps {
  form: FormContext;
  notes: FormNotes;
  children: ReactNode;
}

/** Both have to be the same objects until they change: every field is drawn anew with the first, every note with the second. */
export function FormProvider({ form, notes, children }: FormProviderProps) {
  return (
    <Context.Provider value={form}>
      <NotesContext.Provider value={notes}>{children}</NotesContext.Provider>
    </Context.Provider>
  );
}

export function useForm(): FormContext {
  return present(useContext(Context));
}

export function useFormNotes(): FormNotes {
  return present(useContext(NotesContext));
}

function present<Held>(context: Held | null): Held {
  if (context === null) throw new Error('A field of the composer stands outside of its form.');
  return context;
}

/** The element that a field is found by. */
export function useFieldId(field: string): string {
  const { selection } = useForm();
  return elementName({ selection, field });
}

/** What a field is called and explained by, in the language of the admin: as in the content manager's forms. */
export function useLabel(uid: string, field: string): { label: string; hint: string | undefined } {
  const language = useDeskLanguage();
  const label = labelOf(uid, field);
  return { label: label?.[language] ?? field, hint: label?.hint?.[language] };
}
