import { Field, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Language } from '../../../shared/desk';
import { directions, languages } from '../../../shared/lists';
import { useText } from '../hooks/use-text';
import type { Sheet } from '../model/sheet';
import { withTitle } from '../model/translations-of';

interface TitleTextsProps {
  sheet: Sheet;
  base: Language;
  disabled: boolean;
  onEdit: (step: (sheet: Sheet) => Sheet) => void;
}

/** A dashboard’s title in its other languages, beside the field of its own: it is what people look for first. */
export function TitleTexts({ sheet, base, disabled, onEdit }: TitleTextsProps) {
  const text = useText();
  return (
    <Fields>
      {languages
        .filter((language) => language !== base)
        .map((language) => (
          <Field.Root key={language} name={`dashboard-title-${language}`}>
            <Field.Label>{text('figures.title-in', { language: text(`language.${language}`) })}</Field.Label>
            <TextInput
              lang={language}
              dir={directions[language]}
              disabled={disabled}
              placeholder={text('figures.text.lacks')}
              value={sheet.titles[language] ?? ''}
              onChange={({ target }: { target: { value: string } }) =>
                onEdit((one) => withTitle(one, language, target.value))
              }
            />
          </Field.Root>
        ))}
    </Fields>
  );
}

const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr));
  gap: 1.6rem;
  padding-block-end: 1.6rem;
`;
