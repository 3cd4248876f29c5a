import { Box, Button, Field, Flex, TextInput } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';

import { useSuppressAddressMutation } from '../../api/suppressions';
import { Card } from '../../components/Card';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import { parseAddresses } from '../../model/addresses';

/** Takes one address out of every sending, for instance when somebody asks for it by telephone. */
export function SuppressForm() {
  const text = useText();
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [suppress, suppressed] = useSuppressAddressMutation();
  const { valid, invalid } = parseAddresses(typed);
  const problem = valid.length === 1 && invalid.length === 0 ? undefined : text('suppressions.add.invalid');

  // What was answered of the address before says nothing of the one that is typed now.
  const onType = (value: string) => {
    setTyped(value);
    if (suppressed.error !== undefined) suppressed.reset();
  };

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const address = valid[0];
    if (problem || !address) return;
    const answer = await suppress({ address });
    if (!('data' in answer)) return;
    toggleNotification({ type: 'success', message: text('suppressions.added', { address }) });
    setTyped('');
    setAsked(false);
  };

  return (
    <Card title={text('suppressions.add.title')}>
      <form onSubmit={(event) => void onSubmit(event)} noValidate>
        <Flex gap={3} alignItems="flex-start" wrap="wrap">
          <Box flex="1 1 28rem" maxWidth="48rem">
            <Field.Root
              name="address"
              hint={text('suppressions.add.hint')}
              error={asked ? problem : undefined}
            >
              <Field.Label>{text('suppressions.add.address')}</Field.Label>
              <TextInput
                type="email"
                autoComplete="off"
                value={typed}
                onChange={(event) => onType(event.target.value)}
              />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
          </Box>
          <Box paddingTop="2.4rem">
            <Button
              type="submit"
              size="L"
              variant="secondary"
              startIcon={<Plus />}
              loading={suppressed.isLoading}
            >
              {text('suppressions.add.button')}
            </Button>
          </Box>
        </Flex>
      </form>
      <Refusal error={suppressed.error} />
    </Card>
  );
}
