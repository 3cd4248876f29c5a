import { Field, Textarea } from '@strapi/design-system';
import { useEffect, useRef } from 'react';

interface WordsFieldProps {
  name: string;
  label: string;
  hint?: string;
  isRequired?: boolean;
  /** Characters that it takes. */
  most: number;
  /** Whether the keys go there at once. */
  isFocused?: boolean;
  value: string;
  onChange: (words: string) => void;
}

/** A few lines that somebody writes to others: a reason, an answer. */
export function WordsField(props: WordsFieldProps) {
  const { name, label, hint, isRequired, most, value, onChange, isFocused = false } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isFocused) field.current?.focus({ preventScroll: true });
  }, [isFocused]);
  return (
    <Field.Root name={name} required={isRequired} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        ref={field}
        value={value}
        maxLength={most}
        onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
      />
      <Field.Hint />
    </Field.Root>
  );
}
