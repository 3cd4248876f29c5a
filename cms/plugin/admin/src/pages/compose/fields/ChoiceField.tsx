import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useFieldId, useForm, useLabel } from './form-context';
import { useDeskIntl } from '../../../hooks/use-desk-intl';

interface ChoiceFieldProps<Value extends string> {
  uid: string;
  name: string;
  value: Value | null | undefined;
  values: readonly Value[];
  onChange: (value: Value) => void;
}

/** One of a few values, by the names that Strapi's forms have for them. */
export function ChoiceField<Value extends string>({
  uid,
  name,
  value,
  values,
  onChange,
}: ChoiceFieldProps<Value>) {
  const { formatMessage } = useDeskIntl();
  const { label } = useLabel(uid, name);
  const { isDisabled } = useForm();
  return (
    <Field.Root id={useFieldId(name)} name={name}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value ?? undefined}
        disabled={isDisabled}
        onChange={(chosen) => onChange(String(chosen) as Value)}
      >
        {values.map((one) => (
          <SingleSelectOption key={one} value={one}>
            {formatMessage({ id: one, defaultMessage: one })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
