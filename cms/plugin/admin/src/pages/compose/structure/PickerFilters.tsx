import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';

import type { AskedOf, Language } from '../../../../../shared/desk';
import { articleKinds, languages } from '../../../../../shared/lists';
import { DateInput } from '../../../components/DateInput';
import { SearchField } from '../../../components/SearchField';
import { TextToggle } from '../../../components/TextToggle';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';

/** What is looked for; an empty text is anything. */
interface PickerFilter {
  search: string;
  language: Language | '';
  kind: (typeof articleKinds)[number] | '';
  isUnused: boolean;
  since: string;
}

/** What one looks for first: what was written in the language of the number. */
export function firstFilter(language: Language): PickerFilter {
  return { search: '', language, kind: '', isUnused: true, since: '' };
}

/** A filter as the route asks for it. Pure. */
export function queryOf({ search, language, kind, isUnused, since }: PickerFilter) {
  return {
    unused: isUnused ? 'yes' : 'no',
    ...(search && { search }),
    ...(language && { language }),
    ...(kind && { kind }),
    ...(since && { since }),
  } satisfies AskedOf<'listArticles'>['query'];
}

interface PickerFiltersProps {
  filter: PickerFilter;
  onFilter: (filter: PickerFilter) => void;
}

export function PickerFilters({ filter, onFilter }: PickerFiltersProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} wrap="wrap">
        <SearchField
          label={text('compose.picker.search')}
          value={filter.search}
          onSearch={(search) => onFilter({ ...filter, search })}
        />
        <Checkbox
          checked={filter.isUnused}
          onCheckedChange={(checked) => onFilter({ ...filter, isUnused: checked === true })}
        >
          {text('compose.picker.unused')}
        </Checkbox>
        <TextToggle expanded={isOpen} onToggle={() => setOpen(!isOpen)}>
          {text('compose.picker.more')}
        </TextToggle>
      </Flex>
      {isOpen && <MoreFilters filter={filter} onFilter={onFilter} />}
    </Flex>
  );
}

/** By what one looks more rarely. */
function MoreFilters({ filter, onFilter }: PickerFiltersProps) {
  const text = useText();
  const { formatMessage } = useDeskIntl();
  const all = text('compose.picker.all');
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end">
      <Field.Root name="language" width="15rem">
        <Field.Label>{text('compose.picker.language')}</Field.Label>
        <SingleSelect
          value={filter.language || 'all'}
          onChange={(value) =>
            onFilter({ ...filter, language: languages.find((one) => one === value) ?? '' })
          }
        >
          <SingleSelectOption value="all">{all}</SingleSelectOption>
          {languages.map((language) => (
            <SingleSelectOption key={language} value={language}>
              {text(`language.${language}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="kind" width="22rem">
        <Field.Label>{text('compose.picker.kind')}</Field.Label>
        <SingleSelect
          value={filter.kind || 'all'}
          onChange={(value) => onFilter({ ...filter, kind: articleKinds.find((one) => one === value) ?? '' })}
        >
          <SingleSelectOption value="all">{all}</SingleSelectOption>
          {articleKinds.map((kind) => (
            <SingleSelectOption key={kind} value={kind}>
              {formatMessage({ id: kind, defaultMessage: kind })}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="since" width="16rem">
        <Field.Label>{text('compose.picker.since')}</Field.Label>
        <DateInput
          type="date"
          value={filter.since}
          onChange={({ target }: { target: { value: string } }) =>
            onFilter({ ...filter, since: target.value })
          }
        />
      </Field.Root>
    </Flex>
  );
}
