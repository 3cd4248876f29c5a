import { Field } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';
import { forwardRef, useId, type ReactNode } from 'react';

import { DeskRoot } from '../components/DeskRoot';
import { BodyEditor } from './BodyEditor';

interface BodyFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

/** A body among the fields of Strapi's forms: the text of an article, or of a section of an issue. */
const BodyField = forwardRef<HTMLDivElement, BodyFieldProps>(function BodyField(
  { name, label, hint, labelAction, required = false, disabled = false },
  ref,
) {
  const { value, error, onChange } = useField<unknown>(name);
  const language = useForm('BodyField', ({ values }) => (values as { language?: unknown }).language);
  // A section's own body is another field, and has no title above it but its rubric.
  const title = useForm('BodyField', ({ values }) => (values as { title?: unknown }).title);
  const id = useId();
  return (
    <DeskRoot>
      <Field.Root
        name={name}
        error={error}
        hint={hint}
        required={required}
        id={id}
        ref={ref}
        data-field={name}
      >
        <Field.Label action={labelAction}>{label}</Field.Label>
        <BodyEditor
          label={label}
          value={value}
          onChange={(body) => onChange(name, body)}
          language={typeof language === 'string' ? language : ''}
          disabled={disabled}
          required={required}
          invalid={Boolean(error)}
          describedBy={`${id}-hint ${id}-error`}
          title={name === 'body' && typeof title === 'string' ? title : ''}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </DeskRoot>
  );
});

export default BodyField;
