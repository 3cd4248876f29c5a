import { Field, Flex, Typography } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';
import { forwardRef, type ReactNode } from 'react';

import type { FramingForm } from '../../../shared/desk';
import { DeskRoot } from '../components/DeskRoot';
import { useText } from '../hooks/use-text';
import { isLibraryFile } from '../model/library-file';
import { serverUrl } from '../plugin/backend-url';
import { FramingButton } from './FramingButton';
import { framingFor } from './framing-for';
import { pictureOfField } from './picture-of-field';

interface FramingFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  disabled?: boolean;
}

/** How a picture is framed, in Strapi's forms: the picture is another field of the form. */
const FramingField = forwardRef<HTMLDivElement, FramingFieldProps>(function FramingField(
  { name, label, hint, labelAction, disabled = false },
  ref,
) {
  const text = useText();
  const { value, error, onChange } = useField<FramingForm | null>(name);
  const values = useForm('FramingField', (form) => form.values as Record<string, unknown>);
  const { file, place } = pictureOfField(name, values);
  const framing = isLibraryFile(file) ? framingFor(file, value) : null;
  return (
    <DeskRoot>
      <Field.Root name={name} error={error} hint={hint} ref={ref}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <Flex gap={3}>
          {isLibraryFile(file) ? (
            <>
              <FramingButton
                picture={{ of: file.url, src: serverUrl(file.url), alt: file.alternativeText ?? '' }}
                name={file.name ?? ''}
                place={place}
                value={framing}
                disabled={disabled}
                onChange={(next) => onChange(name, next)}
              />
              <Typography variant="pi" textColor="neutral600">
                {text(framing ? 'framing.framed' : 'framing.none')}
              </Typography>
            </>
          ) : (
            <Typography variant="pi" textColor="neutral600">
              {text('framing.no-picture')}
            </Typography>
          )}
        </Flex>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </DeskRoot>
  );
});

export default FramingField;
