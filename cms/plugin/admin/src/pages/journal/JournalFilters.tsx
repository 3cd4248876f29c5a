import { Box, Button, Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import { urlOf } from '../../../../shared/endpoints';
import { journalKinds } from '../../../../shared/journal-lists';
import { useListJournalPeopleQuery } from '../../api/journal';
import { DateInput } from '../../components/DateInput';
import { Refusal } from '../../components/Refusal';
import { useDownload } from '../../hooks/use-download';
import type { AskedFilter, JournalFilter } from '../../hooks/use-journal-filter';
import { useText } from '../../hooks/use-text';

interface JournalFiltersProps {
  filter: JournalFilter;
  asked: AskedFilter;
  onChange: (changes: Partial<JournalFilter>) => void;
}

/** The select has no empty value of its own; this word stands for no filter. */
const ALL = 'all';

const Fields = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-end;
  gap: 1.6rem;

  @media (max-width: 767px) {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1.2rem;
  }
`;

/** Which entries are shown, and a file of the same ones. */
export function JournalFilters({ filter, asked, onChange }: JournalFiltersProps) {
  const text = useText();
  const { download, error } = useDownload();
  const { data: people = [] } = useListJournalPeopleQuery(undefined, { refetchOnMountOrArgChange: true });
  const onSelect = (name: 'by' | 'kind') => (chosen: string | number) =>
    onChange({ [name]: chosen === ALL ? '' : String(chosen) });
  return (
    <div>
      <Fields>
        <Labelled name="by" label={text('journal.by')} width="22rem">
          <SingleSelect value={filter.by || ALL} onChange={onSelect('by')}>
            <SingleSelectOption value={ALL}>{text('journal.by.all')}</SingleSelectOption>
            {people.map(({ id, name }) => (
              <SingleSelectOption key={id} value={id}>
                {id === 'system' ? text('journal.system') : name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Labelled>
        <Labelled name="kind" label={text('journal.kind')} width="20rem">
          <SingleSelect value={filter.kind || ALL} onChange={onSelect('kind')}>
            <SingleSelectOption value={ALL}>{text('journal.kind.all')}</SingleSelectOption>
            {journalKinds.map((kind) => (
              <SingleSelectOption key={kind} value={kind}>
                {text(`journal.kind.${kind}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Labelled>
        {(['from', 'to'] as const).map((name) => (
          <Labelled key={name} name={name} label={text(`journal.${name}`)} width="17rem">
            <DateInput
              type="date"
              value={filter[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          </Labelled>
        ))}
        <Labelled name="number" label={text('journal.number')} width="12rem">
          <TextInput
            inputMode="numeric"
            value={filter.number}
            onChange={(event) => onChange({ number: event.target.value.replace(/\D/g, '').slice(0, 6) })}
          />
        </Labelled>
        <Button
          variant="tertiary"
          size="L"
          startIcon={<Download />}
          onClick={() => void download(urlOf('downloadJournal', {}, { ...asked }))}
        >
          {text('journal.csv')}
        </Button>
      </Fields>
      <Refusal error={error} />
    </div>
  );
}

interface LabelledProps {
  name: string;
  label: string;
  width: string;
  children: ReactNode;
}

function Labelled({ name, label, width, children }: LabelledProps) {
  return (
    <Box width={{ initial: '100%', medium: width }}>
      <Field.Root name={name}>
        <Field.Label>{label}</Field.Label>
        {children}
      </Field.Root>
    </Box>
  );
}
