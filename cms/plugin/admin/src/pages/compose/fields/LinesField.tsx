import { Field, Textarea } from '@strapi/design-system';
import { useState } from 'react';

import { typographicInput } from '../../../body/typing/typographic-input';
import { directions } from '../../../../../shared/lists';
import { useText } from '../../../hooks/use-text';
import { FieldNotes } from './FieldNotes';
import { useFieldId, useForm, useLabel } from './form-context';

interface Line {
  id?: number | undefined;
  text?: string | null | undefined;
}

interface LinesFieldProps {
  uid: string;
  name: string;
  value: readonly Line[] | null | undefined;
  onChange: (lines: Line[]) => void;
}

/** A list of short texts, one on each line: typed, or pasted as it comes, with its dashes and bullets left behind. */
export function LinesField({ uid, name, value, onChange }: LinesFieldProps) {
  const text = useText();
  const { label } = useLabel(uid, name);
  const { language, isDisabled, onEnter } = useForm();
  const id = useFieldId(name);
  const lines = value ?? [];
  const stored = lines.map((line) => line.text ?? '').join('\n');
  // An empty last line is one that is about to be typed: it stands in the field and not in the list.
  const [typed, setTyped] = useState(stored);
  const shown = textsIn(typed).join('\n') === stored ? typed : stored;
  const change = (next: string): void => {
    setTyped(next);
    onChange(textsIn(next).map((one, at) => ({ ...(lines[at]?.id && { id: lines[at].id }), text: one })));
  };
  return (
    <Field.Root id={id} name={name} hint={text('compose.lines.hint', { count: lines.length })}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        value={shown}
        disabled={isDisabled}
        lang={language}
        dir={directions[language]}
        onFocus={() => onEnter(name)}
        onBeforeInput={typographicInput(language)}
        onChange={({ target }: { target: { value: string } }) => change(target.value)}
        style={{ minHeight: '9.6rem' }}
      />
      <Field.Hint />
      <FieldNotes field={name} />
    </Field.Root>
  );
}

function textsIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-–—•*·▪]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}
