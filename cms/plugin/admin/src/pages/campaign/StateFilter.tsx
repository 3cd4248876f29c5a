import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import type { DeliveryState } from '../../../../shared/desk';
import { deliveryStates } from '../../../../shared/lists';
import { useText } from '../../hooks/use-text';
import { deliveryText, readDeliveryState } from '../../model/delivery-counts';

interface StateFilterProps {
  value: DeliveryState | null;
  onChange: (value: DeliveryState | null) => void;
}

/** The select has no empty value of its own; this word stands for no filter. */
const ALL = 'all';

export function StateFilter({ value, onChange }: StateFilterProps) {
  const text = useText();
  return (
    <Field.Root name="state">
      <Field.Label>{text('deliveries.state')}</Field.Label>
      <SingleSelect value={value ?? ALL} onChange={(chosen) => onChange(readDeliveryState(String(chosen)))}>
        <SingleSelectOption value={ALL}>{text('deliveries.state.all')}</SingleSelectOption>
        {deliveryStates.map((state) => (
          <SingleSelectOption key={state} value={state}>
            {text(deliveryText(state))}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
