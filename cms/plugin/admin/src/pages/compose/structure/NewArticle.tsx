import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';

import type { Language } from '../../../../../shared/desk';
import { articleKinds, directions } from '../../../../../shared/lists';
import { typographicInput } from '../../../body/typing/typographic-input';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';

export type ArticleKind = (typeof articleKinds)[number];

interface NewArticleProps {
  /** That of the number. */
  language: Language;
  usualKind: ArticleKind;
  /** @returns whether it stands in the number now */
  onCreate: (article: { title: string; kind: string }) => Promise<boolean>;
}

/** A new article, by its title and kind; it is written in the form that opens then. */
export function NewArticle({ language, usualKind, onCreate }: NewArticleProps) {
  const text = useText();
  const { formatMessage } = useDeskIntl();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<string>(usualKind);
  const [isCreating, setCreating] = useState(false);
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (title.trim() === '' || isCreating) return;
    setCreating(true);
    await onCreate({ title: title.trim(), kind });
    setCreating(false);
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <Flex gap={3} alignItems="flex-end" wrap="wrap">
        <Field.Root name="new-title" flex="1 1 20rem">
          <Field.Label>{text('compose.new.title')}</Field.Label>
          <TextInput
            value={title}
            maxLength={255}
            lang={language}
            dir={directions[language]}
            onBeforeInput={typographicInput(language)}
            onChange={({ target }: { target: { value: string } }) => setTitle(target.value)}
          />
        </Field.Root>
        <Field.Root name="new-kind" width="22rem">
          <Field.Label>{text('compose.new.kind')}</Field.Label>
          <SingleSelect value={kind} onChange={(value) => setKind(String(value))}>
            {articleKinds.map((one) => (
              <SingleSelectOption key={one} value={one}>
                {formatMessage({ id: one, defaultMessage: one })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Button type="submit" variant="secondary" loading={isCreating} disabled={title.trim() === ''}>
          {text('compose.new.button')}
        </Button>
      </Flex>
    </form>
  );
}
