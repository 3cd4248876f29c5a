import { Field } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { forwardRef, type ReactNode } from 'react';

import { FigureSheets } from './FigureSheets';

interface FiguresFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

/** The figures of a dashboard as a field of Strapi's own forms. */
const FiguresField = forwardRef<HTMLDivElement, FiguresFieldProps>(function FiguresField(
  { name, label, hint, labelAction, required = false, disabled = false },
  ref,
) {
  const { value, error, onChange } = useField<unknown>(name);
  return (
    <Field.Root name={name} error={error} hint={hint} required={required} ref={ref}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Field.Hint />
      <Field.Error />
      <FigureSheets value={value} disabled={disabled} onChange={(figures) => onChange(name, figures)} />
    </Field.Root>
  );
});

export default FiguresField;
