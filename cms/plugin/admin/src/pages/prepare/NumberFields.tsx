import { Box, Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import type { Proposal } from '../../../../shared/desk';
import { Card } from '../../components/Card';
import { DateInput } from '../../components/DateInput';
import { useText } from '../../hooks/use-text';
import { dayFields, type NewNumber } from './use-new-number';

const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
  gap: 1.6rem;
`;

interface NumberFieldsProps {
  fresh: NewNumber;
  proposal: Proposal;
}

/** What all languages of the number share. */
export function NumberFields({ fresh, proposal }: NumberFieldsProps) {
  const text = useText();
  const { valueOf, change, startFrom, isPeriodTurned } = fresh;
  return (
    <Card title={text('prepare.number.title')}>
      <Fields>
        <Labelled name="from" label={text('prepare.from')}>
          <SingleSelect
            value={proposal.from === null ? 'blank' : String(proposal.from)}
            onChange={(chosen) => startFrom(String(chosen))}
          >
            {proposal.numbers.map((number) => (
              <SingleSelectOption key={number} value={String(number)}>
                {text('prepare.from.number', { number: String(number) })}
              </SingleSelectOption>
            ))}
            <SingleSelectOption value="blank">{text('prepare.from.blank')}</SingleSelectOption>
          </SingleSelect>
        </Labelled>
        <Labelled name="number" label={text('prepare.number')}>
          <TextInput
            inputMode="numeric"
            value={valueOf('number')}
            onChange={(event) => change('number', event.target.value.replace(/\D/g, '').slice(0, 6))}
          />
        </Labelled>
        {dayFields.map((field) => (
          <Labelled
            key={field}
            name={field}
            label={text(`prepare.${field}`)}
            error={field === 'periodTo' && isPeriodTurned ? text('prepare.period-turned') : undefined}
          >
            <DateInput
              type="date"
              value={valueOf(field)}
              onChange={(event) => change(field, event.target.value)}
            />
          </Labelled>
        ))}
      </Fields>
    </Card>
  );
}

interface LabelledProps {
  name: string;
  label: string;
  error?: string | undefined;
  children: ReactNode;
}

function Labelled({ name, label, error, children }: LabelledProps) {
  return (
    <Box>
      <Field.Root name={name} error={error}>
        <Field.Label>{label}</Field.Label>
        {children}
        <Field.Error />
      </Field.Root>
    </Box>
  );
}
