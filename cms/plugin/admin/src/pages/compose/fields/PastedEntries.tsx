import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { useState } from 'react';

import { directions } from '../../../../../shared/lists';
import { TextToggle } from '../../../components/TextToggle';
import { useText } from '../../../hooks/use-text';
import { readAgenda, type ReadEntry } from '../../../model/read-agenda';
import { useForm } from './form-context';

/** A list of dates, pasted or typed a line each, that becomes entries of the agenda. */
export function PastedEntries({ onAdd }: { onAdd: (entries: ReadEntry[]) => void }) {
  const text = useText();
  const { language, isDisabled, near } = useForm();
  const [isOpen, setOpen] = useState(false);
  const [list, setList] = useState('');
  const entries = readAgenda(list, near);
  const dayless = entries.filter(({ startDate }) => startDate === null).length;
  if (isDisabled) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
      <Flex>
        <TextToggle expanded={isOpen} onToggle={() => setOpen(!isOpen)}>
          {text('compose.entries.paste')}
        </TextToggle>
      </Flex>
      {isOpen && (
        <>
          <Field.Root
            name="entries-list"
            hint={
              dayless > 0
                ? text('compose.entries.dayless', { count: dayless })
                : text('compose.entries.paste.hint')
            }
          >
            <Field.Label>{text('compose.entries.paste.label')}</Field.Label>
            <Textarea
              value={list}
              lang={language}
              dir={directions[language]}
              onChange={({ target }: { target: { value: string } }) => setList(target.value)}
              style={{ minHeight: '9.6rem' }}
            />
            <Field.Hint />
          </Field.Root>
          <Flex>
            <Button
              size="S"
              variant="secondary"
              disabled={entries.length === 0}
              onClick={() => {
                onAdd(entries);
                setList('');
                setOpen(false);
              }}
            >
              {text('compose.entries.paste.button', { count: entries.length })}
            </Button>
          </Flex>
        </>
      )}
    </Flex>
  );
}
