import { Field, Textarea, TextInput } from '@strapi/design-system';
import { useState } from 'react';

import { typographicInput } from '../../../body/typing/typographic-input';
import { MisspeltLine } from '../../../body/spelling/MisspeltLine';
import { useMisspelt } from '../../../body/spelling/use-misspelt';
import { directions } from '../../../../../shared/lists';
import { DateInput } from '../../../components/DateInput';
import { FieldNotes, useNotesId } from './FieldNotes';
import { useFieldId, useForm, useLabel } from './form-context';

/** Fields of words that readers read, without those that are mostly names. */
const spelledFields: readonly string[] = [
  ...['title', 'standfirst', 'subject', 'preheader', 'heading', 'text', 'note'],
  'callToActionLabel',
];

interface TextFieldProps {
  /** Content type or component whose field it is. */
  uid: string;
  name: string;
  /** Its name in the form, where that is another. */
  field?: string;
  value: string | null | undefined;
  isRequired?: boolean;
  as?: 'line' | 'lines' | 'day' | 'address';
  onChange: (value: string) => void;
}

/** One field of text, a day or an address, with what is to be said of it. */
export function TextField({ uid, name, field = name, isRequired, as = 'line', ...given }: TextFieldProps) {
  const { label, hint } = useLabel(uid, name);
  const { language, isDisabled, onEnter } = useForm();
  const id = useFieldId(field);
  const value = given.value ?? '';
  const isSpelled = spelledFields.includes(name) && !isDisabled;
  const [isTyping, setTyping] = useState(false);
  const [words = []] = useMisspelt([isSpelled ? value : ''], language);
  // The word at the end is still being typed.
  const shown = words.filter(({ to }) => !(isTyping && to === value.length));
  const input = {
    value,
    disabled: isDisabled,
    onFocus: () => {
      setTyping(true);
      onEnter(field);
    },
    onBlur: () => setTyping(false),
    onChange: ({ target }: { target: { value: string } }) => given.onChange(target.value),
    'aria-describedby': useNotesId(field),
  };
  const prose = {
    ...input,
    lang: language,
    dir: directions[language],
    onBeforeInput: typographicInput(language),
  };
  return (
    <Field.Root id={id} name={field} hint={hint} required={isRequired}>
      <Field.Label>{label}</Field.Label>
      {as === 'day' && <DateInput type="date" {...input} />}
      {as === 'lines' && <Textarea {...prose} style={{ minHeight: '7.2rem' }} />}
      {as === 'address' && <TextInput inputMode="url" dir="ltr" {...input} />}
      {as === 'line' && <TextInput {...prose} />}
      <Field.Hint />
      {isSpelled && (
        <MisspeltLine
          value={value}
          words={shown}
          language={language}
          onChange={given.onChange}
          onDone={() => document.getElementById(id)?.focus()}
        />
      )}
      <FieldNotes field={field} />
    </Field.Root>
  );
}
