import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';

import { labelOf } from '../../../shared/field-labels';
import { uids } from '../../../shared/uids';
import { MisspeltLine } from '../body/spelling/MisspeltLine';
import { useMisspelt } from '../body/spelling/use-misspelt';
import { goToField } from '../docked-mail/form-fields';
import { useDeskLanguage } from '../hooks/use-desk-intl';
import { useText } from '../hooks/use-text';

/** Plain fields that readers read, which Strapi's inputs cannot mark words in. */
const spelledFields: Readonly<Record<string, readonly string[]>> = {
  [uids.article]: ['title', 'standfirst'],
  [uids.issue]: ['subject', 'preheader'],
};
const none: readonly string[] = [];

/** Beside a form: the words of its title and standfirst, or subject and preheader, that may be misspelt. */
export const SpellingPanel: PanelComponent = ({ model }) => {
  const text = useText();
  const spoken = useDeskLanguage();
  const values = useForm('SpellingPanel', (form) => form.values as Record<string, unknown>);
  const onChange = useForm('SpellingPanel', (form) => form.onChange);
  const isDisabled = useForm('SpellingPanel', (form) => form.disabled);
  const fields = spelledFields[model] ?? none;
  const texts = fields.map((field) => (typeof values[field] === 'string' ? values[field] : ''));
  const language = typeof values['language'] === 'string' ? values['language'] : '';
  const words = useMisspelt(texts, language);
  if (isDisabled || words.every((some) => some.length === 0)) return null;
  return {
    title: text('spelling.title'),
    content: (
      <Flex direction="column" alignItems="stretch" gap={2} width="100%">
        {fields.map((field, at) => (
          <MisspeltLine
            key={field}
            name={labelOf(model, field)?.[spoken] ?? field}
            value={texts[at] ?? ''}
            words={words[at] ?? []}
            language={language}
            onChange={(value) => onChange(field, value)}
            onDone={() => goToField(field, { uid: model, fields, language: spoken })}
          />
        ))}
      </Flex>
    ),
  };
};
