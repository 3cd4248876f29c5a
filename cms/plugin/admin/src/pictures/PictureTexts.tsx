import { Field, Textarea, TextInput } from '@strapi/design-system';

import { labelOf } from '../../../shared/field-labels';
import { directions } from '../../../shared/lists';
import type { Language } from '../../../shared/desk';
import { useDeskLanguage } from '../hooks/use-desk-intl';
import type { DescribedPicture, PictureText } from './picture-texts';

/** The component that holds the texts. */
const uid = 'newsletter-article.image-text';

interface PictureTextsProps {
  described: DescribedPicture;
  /** Tells its fields from those of the other pictures. */
  id: string;
  /** That of the article; null where none is chosen yet. */
  language: Language | null;
  isDisabled: boolean;
  onChange: (said: PictureText) => void;
}

/** What an article says of one picture in its language; where it says nothing, what the media library has is read. */
export function PictureTexts({ described, id, language, isDisabled, onChange }: PictureTextsProps) {
  const { picture, said } = described;
  const spoken = useDeskLanguage();
  const prose = {
    disabled: isDisabled,
    ...(language === null ? {} : { lang: language, dir: directions[language] }),
  };
  const name = (field: 'alternativeText' | 'caption'): string => labelOf(uid, field)?.[spoken] ?? field;
  return (
    <>
      <Field.Root id={`${id}-alternative`}>
        <Field.Label>{name('alternativeText')}</Field.Label>
        <Textarea
          {...prose}
          value={said?.alternativeText ?? ''}
          placeholder={picture.alternativeText ?? ''}
          maxLength={2_000}
          onChange={({ target }: { target: { value: string } }) =>
            onChange({ ...said, alternativeText: target.value })
          }
          style={{ minHeight: '5.6rem' }}
        />
      </Field.Root>
      <Field.Root id={`${id}-caption`}>
        <Field.Label>{name('caption')}</Field.Label>
        <TextInput
          {...prose}
          size="S"
          value={said?.caption ?? ''}
          placeholder={picture.caption ?? ''}
          maxLength={2_000}
          onChange={({ target }: { target: { value: string } }) =>
            onChange({ ...said, caption: target.value })
          }
        />
      </Field.Root>
    </>
  );
}
