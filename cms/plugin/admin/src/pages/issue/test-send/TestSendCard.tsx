import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState, type FormEvent } from 'react';

import type { IssueDetail } from '../../../../../shared/desk';
import { useSendTestMutation } from '../../../api/issues';
import { Card } from '../../../components/Card';
import { Refusal } from '../../../components/Refusal';
import { useRemembered } from '../../../hooks/use-remembered';
import { useText } from '../../../hooks/use-text';
import { parseAddresses } from '../../../model/addresses';
import { strangeAddresses } from '../../../model/strange-addresses';
import { StrangeAddresses } from './StrangeAddresses';
import { TestResults } from './TestResults';

/** As many as `sendTest` takes at once. */
const MOST_ADDRESSES = 10;

/** Sends the edition to a few addresses as a test: marked in the subject, counted in no statistic. */
export function TestSendCard({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const [remembered, remember] = useRemembered('test-addresses');
  const [typed, setTyped] = useState(remembered);
  const [asked, setAsked] = useState(false);
  const [send, sent] = useSendTestMutation();
  const { valid, invalid } = parseAddresses(typed);

  const problem =
    invalid.length > 0
      ? text('test.invalid', { count: invalid.length, addresses: invalid.join(', ') })
      : valid.length === 0
        ? text('test.missing')
        : valid.length > MOST_ADDRESSES
          ? text('test.too-many', { most: MOST_ADDRESSES, count: valid.length })
          : undefined;

  const strange = sent.isLoading ? [] : strangeAddresses(sent.error);

  // What was answered of the addresses before says nothing of those that are typed now.
  const onType = (value: string) => {
    setTyped(value);
    if (sent.error !== undefined) sent.reset();
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problem) return;
    remember(valid.join(', '));
    void send({ documentId: issue.documentId, addresses: valid });
  };

  return (
    <Card title={text('test.title')}>
      <form onSubmit={onSubmit} noValidate>
        <Field.Root
          name="test-addresses"
          hint={text(issue.edition === null ? 'test.no-edition' : 'test.hint')}
          error={asked ? problem : undefined}
        >
          <Field.Label>{text('test.addresses')}</Field.Label>
          <TextInput
            type="text"
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
            value={typed}
            placeholder={text('test.placeholder')}
            onChange={(event) => onType(event.target.value)}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        <Flex paddingTop={3}>
          <Button
            type="submit"
            variant="secondary"
            startIcon={<PaperPlane />}
            loading={sent.isLoading}
            disabled={sent.isLoading || issue.edition === null}
          >
            {text('test.send')}
          </Button>
        </Flex>
      </form>
      {strange.length > 0 ? (
        <StrangeAddresses
          addresses={strange}
          onConfirm={() =>
            void send({ documentId: issue.documentId, addresses: valid, confirmed: [...strange] })
          }
          onBack={() => sent.reset()}
        />
      ) : (
        <Refusal error={sent.error} />
      )}
      <TestResults results={sent.data?.results ?? []} />
    </Card>
  );
}
