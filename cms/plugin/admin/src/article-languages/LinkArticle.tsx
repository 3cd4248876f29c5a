import { Button, Combobox, ComboboxOption, Field, Flex } from '@strapi/design-system';
import { useState } from 'react';

import type { Language } from '../../../shared/desk';
import { useListArticlesQuery } from '../api/composing';
import { useLinkTranslationMutation } from '../api/translations';
import { Refusal } from '../components/Refusal';
import { useText } from '../hooks/use-text';

interface LinkArticleProps {
  documentId: string;
  /** Languages that an article to be linked may be in. */
  missing: readonly Language[];
  isLinked: boolean;
}

/** Articles that are offered at once: whoever looks for another one types its title. */
const OFFERED = 20;

/** Says of an article that is there already that it is this one in another language, or that this one is none of the others. */
export function LinkArticle({ documentId, missing, isLinked }: LinkArticleProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [link, { error, isLoading }] = useLinkTranslationMutation();
  const query = { page: 1, pageSize: OFFERED, ...(typed.trim() === '' ? {} : { search: typed.trim() }) };
  const { data } = useListArticlesQuery(query, { skip: missing.length === 0 });
  const offered = (data?.rows ?? []).filter(
    (one) => one.documentId !== documentId && missing.includes(one.language),
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {missing.length > 0 && (
        <Field.Root>
          <Field.Label>{text('translations.link')}</Field.Label>
          <Combobox
            value=""
            disabled={isLoading}
            placeholder={text('translations.link.placeholder')}
            noOptionsMessage={() => text('translations.link.none')}
            autocomplete={{ type: 'list', filter: 'contains' }}
            onTextValueChange={setTyped}
            onChange={(other: string | undefined) => {
              if (other) void link({ documentId: other, original: documentId });
            }}
          >
            {offered.map((one) => (
              <ComboboxOption key={one.documentId} value={one.documentId}>
                {`${one.title} (${one.language.toUpperCase()})`}
              </ComboboxOption>
            ))}
          </Combobox>
        </Field.Root>
      )}
      {isLinked && (
        <Button
          variant="tertiary"
          size="S"
          disabled={isLoading}
          onClick={() => void link({ documentId, original: null })}
        >
          {text('translations.part')}
        </Button>
      )}
      <Refusal error={error} />
    </Flex>
  );
}
