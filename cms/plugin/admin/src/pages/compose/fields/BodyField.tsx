import { Field, Textarea, Typography } from '@strapi/design-system';

import { directions } from '../../../../../shared/lists';
import { useText } from '../../../hooks/use-text';
import { FieldNotes } from '../findings/FieldNotes';
import { useFieldId, useForm, useLabel } from './form-context';

interface BodyFieldProps {
  uid: string;
  value: readonly unknown[] | null | undefined;
  onChange: (body: unknown[]) => void;
}

/** A body of plain paragraphs, typed here; one with headings, lists or links is written in its own form. */
export function BodyField({ uid, value, onChange }: BodyFieldProps) {
  const text = useText();
  const { label } = useLabel(uid, 'body');
  const { language, isDisabled, notesOf, onEnter } = useForm();
  const id = useFieldId('body');
  const paragraphs = plainParagraphs(value ?? []);
  return (
    <Field.Root id={id} name="body" hint={text('compose.body.hint')}>
      <Field.Label>{label}</Field.Label>
      {paragraphs === null ? (
        <Typography variant="pi" textColor="neutral600">
          {text('compose.body.rich')}
        </Typography>
      ) : (
        <Textarea
          value={paragraphs.join('\n')}
          disabled={isDisabled}
          lang={language}
          dir={directions[language]}
          onFocus={() => onEnter('body')}
          onChange={({ target }: { target: { value: string } }) => onChange(bodyOf(target.value))}
          style={{ minHeight: '24rem' }}
        />
      )}
      <FieldNotes id={`${id}-notes`} notes={notesOf('body')} mend={null} onMend={() => undefined} />
    </Field.Root>
  );
}

interface Plain {
  type?: string;
  children?: { type?: string; text?: string }[];
}

function plainParagraphs(body: readonly unknown[]): string[] | null {
  const texts = (body as Plain[]).map(({ type, children = [] }) =>
    type === 'paragraph' && children.every((child) => Object.keys(child).join() === 'type,text')
      ? children.map((child) => child.text ?? '').join('')
      : null,
  );
  return texts.includes(null) ? null : (texts as string[]);
}

function bodyOf(text: string): unknown[] {
  if (text === '') return [];
  return text.split('\n').map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line }] }));
}
