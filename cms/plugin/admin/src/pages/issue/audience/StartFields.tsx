import { Field, Flex, Radio } from '@strapi/design-system';
import { useId } from 'react';

import { DateInput } from '../../../components/DateInput';
import { useDeskDirection } from '../../../hooks/use-desk-intl';
import type { StartChoice } from '../../../hooks/use-start-choice';
import { useText } from '../../../hooks/use-text';
import { toFieldValue, utcOffset } from '../../../model/start-time';

/** Now or at a time; the time zone that is meant is said in full. */
export function StartFields({ choice }: { choice: StartChoice }) {
  const text = useText();
  const dir = useDeskDirection();
  const name = useId();
  const { when, setWhen, typed, setTyped, start, timeZone } = choice;
  const shown = start.kind === 'instant' ? start.at : new Date();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Radio.Group
        name={name}
        dir={dir}
        aria-label={text('send.when')}
        value={when}
        onValueChange={(value) => setWhen(value === 'later' ? 'later' : 'now')}
      >
        <Radio.Item value="now">{text('send.now')}</Radio.Item>
        <Radio.Item value="later">{text('send.later')}</Radio.Item>
      </Radio.Group>
      {when === 'later' && (
        <Field.Root
          name="start-at"
          hint={text('send.zone', { zone: timeZone, offset: utcOffset(timeZone, shown) })}
          error={start.kind === 'instant' ? undefined : text(`send.start.${start.kind}`)}
        >
          <Field.Label>{text('send.start')}</Field.Label>
          <DateInput
            type="datetime-local"
            value={typed}
            min={toFieldValue(new Date())}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      )}
    </Flex>
  );
}
