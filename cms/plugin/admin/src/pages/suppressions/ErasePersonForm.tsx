import { Box, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { ErasureResponse } from '../../../../shared/desk';
import { useErasePersonMutation } from '../../api/suppressions';
import { Card } from '../../components/Card';
import { ConfirmButton } from '../../components/ConfirmButton';
import { Notice } from '../../components/Notice';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import { parseAddresses } from '../../model/addresses';

/** As the wire contract has it. */
const shortestReason = 3;

/** Takes a person's address out of everything that Nachra keeps, as the law lets everybody ask. What counts stays. */
export function ErasePersonForm() {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [erase, erased] = useErasePersonMutation();
  const { valid, invalid } = parseAddresses(typed);
  const address = valid.length === 1 && invalid.length === 0 ? valid[0] : undefined;
  const isComplete = address !== undefined && reason.trim().length >= shortestReason;

  // What was answered of the address before says nothing of the one that is typed now.
  const onType = (value: string) => {
    setTyped(value);
    if (erased.error !== undefined) erased.reset();
  };

  const onConfirm = async () => {
    if (address === undefined) return;
    const answer = await erase({ address, reason });
    if (!('data' in answer)) return;
    setTyped('');
    setReason('');
  };

  return (
    <Card title={text('erasure.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p" textColor="neutral700">
          {text('erasure.what')}
        </Typography>
        <Flex gap={3} alignItems="flex-start" wrap="wrap">
          <Box flex="1 1 24rem" maxWidth="40rem">
            <Field.Root name="erased-address">
              <Field.Label>{text('erasure.address')}</Field.Label>
              <TextInput
                type="email"
                autoComplete="off"
                value={typed}
                onChange={(event) => onType(event.target.value)}
              />
            </Field.Root>
          </Box>
          <Box flex="1 1 24rem" maxWidth="40rem">
            <Field.Root name="erasure-reason" hint={text('erasure.reason.hint')}>
              <Field.Label>{text('erasure.reason')}</Field.Label>
              <TextInput
                autoComplete="off"
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
          </Box>
          <Box paddingTop="2.4rem">
            <ConfirmButton
              label={text('erasure.button')}
              size="M"
              disabled={!isComplete || erased.isLoading}
              title={text('erasure.confirm.title')}
              question={text('erasure.confirm.question', { address: address ?? '' })}
              confirm={text('erasure.confirm')}
              onConfirm={() => void onConfirm()}
            />
          </Box>
        </Flex>
        {erased.data && <Done erasure={erased.data} />}
        <Refusal error={erased.error} />
      </Flex>
    </Card>
  );
}

function Done({
  erasure: { subscribers, deliveries, withdrawn, isSuppressed, others },
}: {
  erasure: ErasureResponse;
}) {
  const text = useText();
  return (
    <Notice tone="success">
      {text('erasure.done', { subscribers, deliveries, withdrawn })}
      {isSuppressed && ` ${text('erasure.done.suppressed')}`}
      {others.length > 0 &&
        ` ${text('erasure.done.others', { count: others.length, addresses: others.join(', ') })}`}
    </Notice>
  );
}
