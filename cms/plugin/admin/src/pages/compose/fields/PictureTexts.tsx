import { Field, Textarea, TextInput } from '@strapi/design-system';

import { directions } from '../../../../../shared/lists';
import { useText } from '../../../hooks/use-text';
import { useForm } from './form-context';
import type { DescribedPicture, PictureText } from './picture-texts';

interface PictureTextsProps {
  described: DescribedPicture;
  /** Tells its fields from those of the other pictures. */
  id: string;
  onChange: (said: PictureText) => void;
}

/** What an article says of one picture in its language; where it says nothing, what the media library has is read. */
export function PictureTexts({ described: { picture, said }, id, onChange }: PictureTextsProps) {
  const text = useText();
  const { language, isDisabled } = useForm();
  const prose = { lang: language, dir: directions[language], disabled: isDisabled };
  return (
    <>
      <Field.Root id={`${id}-alternative`}>
        <Field.Label>{text('body.picture.alternative')}</Field.Label>
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
        <Field.Label>{text('compose.picture.caption')}</Field.Label>
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
