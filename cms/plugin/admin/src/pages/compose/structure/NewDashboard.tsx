import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';

import { DateInput } from '../../../components/DateInput';
import { useText } from '../../../hooks/use-text';
import type { NewDashboardFields } from './use-dashboards';

interface NewDashboardProps {
  /** Proposed as the day of its figures; empty where none is. */
  day: string;
  /** @returns whether it stands in the section now */
  onCreate: (dashboard: NewDashboardFields) => Promise<boolean>;
}

/** A new dashboard, by its title and the day of its figures; these are typed in the sheets that open then. */
export function NewDashboard({ day, onCreate }: NewDashboardProps) {
  const text = useText();
  const [title, setTitle] = useState('');
  const [asOf, setAsOf] = useState(day);
  const [isCreating, setCreating] = useState(false);
  const isWhole = title.trim() !== '' && asOf !== '';
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isWhole || isCreating) return;
    setCreating(true);
    await onCreate({ title: title.trim(), asOf });
    setCreating(false);
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <Flex gap={3} alignItems="flex-end" wrap="wrap">
        <Field.Root name="new-dashboard" flex="1 1 20rem">
          <Field.Label>{text('compose.dashboard.new.title')}</Field.Label>
          <TextInput
            value={title}
            maxLength={255}
            onChange={({ target }: { target: { value: string } }) => setTitle(target.value)}
          />
        </Field.Root>
        <Field.Root name="new-day" width="16rem">
          <Field.Label>{text('compose.dashboard.new.day')}</Field.Label>
          <DateInput
            type="date"
            value={asOf}
            onChange={({ target }: { target: { value: string } }) => setAsOf(target.value)}
          />
        </Field.Root>
        <Button type="submit" variant="secondary" loading={isCreating} disabled={!isWhole}>
          {text('compose.dashboard.new.button')}
        </Button>
      </Flex>
    </form>
  );
}
