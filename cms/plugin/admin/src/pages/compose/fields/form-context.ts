import { createContext, useContext } from 'react';

import { labelOf } from '../../../../../shared/field-labels';
import type { Language, LiveNote } from '../../../../../shared/desk';
import type { Deciding } from '../../../components/SetAside';
import type { Mending } from '../findings/NoteLine';
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
  /** What is to be said of a field. */
  notesOf: (field: string) => readonly LiveNote[];
  /** Null where nothing of that can be decided. */
  deciding: Deciding | null;
  mending: Mending | null;
  /** What people say about the fields; null as long as it is not read. */
  commenting: Commenting | null;
  /** Somebody is in the field: the mail shows its piece. */
  onEnter: (field: string) => void;
}

const Context = createContext<FormContext | null>(null);
export const FormProvider = Context.Provider;

export function useForm(): FormContext {
  const context = useContext(Context);
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
