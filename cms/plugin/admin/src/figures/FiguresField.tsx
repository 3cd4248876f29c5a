import { Field } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';
import { forwardRef, type ReactNode } from 'react';

import { DeskRoot } from '../components/DeskRoot';
import { FiguresEditor } from './FiguresEditor';

interface FiguresFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

/** The figures in the content manager's form of a dashboard, whose title and day are other fields of it. */
const FiguresField = forwardRef<HTMLDivElement, FiguresFieldProps>(function FiguresField(
  { name, label, hint, labelAction, required = false, disabled = false },
  ref,
) {
  const { value, error, onChange } = useField<unknown>(name);
  const { value: title } = useField<unknown>('title');
  const { value: asOf } = useField<unknown>('asOf');
  return (
    <DeskRoot>
      <Field.Root name={name} error={error} hint={hint} required={required} ref={ref} data-field={name}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <Field.Hint />
        <Field.Error />
        <FiguresEditor
          value={value}
          onChange={(next, day) => {
            onChange(name, next);
            if (day !== undefined) onChange('asOf', day);
          }}
          asOf={typeof asOf === 'string' ? asOf : null}
          title={typeof title === 'string' ? title : undefined}
          disabled={disabled}
        />
      </Field.Root>
    </DeskRoot>
  );
});

export default FiguresField;
