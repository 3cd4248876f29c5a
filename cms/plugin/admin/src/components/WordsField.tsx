import { Field, Textarea } from '@strapi/design-system';

interface WordsFieldProps {
  name: string;
  label: string;
  hint?: string;
  isRequired?: boolean;
  /** Characters that it takes. */
  most: number;
  value: string;
  onChange: (words: string) => void;
}

/** A few lines that somebody writes to others: a reason, an answer. */
export function WordsField({ name, label, hint, isRequired, most, value, onChange }: WordsFieldProps) {
  return (
    <Field.Root name={name} required={isRequired} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        value={value}
        maxLength={most}
        onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
      />
      <Field.Hint />
    </Field.Root>
  );
}
