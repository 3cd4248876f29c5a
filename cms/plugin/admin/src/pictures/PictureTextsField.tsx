import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';
import { forwardRef, useId, type ReactNode } from 'react';
import { styled } from 'styled-components';

import { DeskRoot } from '../components/DeskRoot';
import { useText } from '../hooks/use-text';
import { languages } from '../../../shared/lists';
import { serverUrl } from '../plugin/backend-url';
import { described, textsOf } from './picture-texts';
import { PictureTexts } from './PictureTexts';
import { useFollowedTexts } from './use-followed-texts';

const Rows = styled.ul`
  display: grid;
  gap: 1.6rem;
`;
const Row = styled.li`
  display: grid;
  grid-template-columns: 12rem minmax(0, 1fr);
  gap: 1.6rem;
`;
const Image = styled.img`
  display: block;
  width: 12rem;
  height: 9rem;
  object-fit: cover;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral150};
`;

interface PictureTextsFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  disabled?: boolean;
}

/** The texts of an article's pictures in Strapi's form, each beside its picture: there is no order of theirs that could be missed. */
const PictureTextsField = forwardRef<HTMLDivElement, PictureTextsFieldProps>(function PictureTextsField(
  { name, label, hint, labelAction, disabled = false },
  ref,
) {
  const text = useText();
  const { error } = useField<unknown>(name);
  const { pictures, texts, write } = useFollowedTexts();
  const language = useForm('PictureTextsField', ({ values }) => (values as { language?: unknown }).language);
  const id = useId();
  const all = described(pictures, texts ?? []);
  return (
    <DeskRoot>
      <Field.Root name={name} error={error} hint={hint} ref={ref} data-field={name}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        {all.length === 0 && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text('picture.texts.none')}
          </Typography>
        )}
        <Rows aria-label={label}>
          {all.map((one, at) => (
            <Row key={one.picture.id} aria-label={one.picture.name ?? undefined}>
              <Box>
                <Image src={serverUrl(one.picture.url)} alt="" />
                <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
                  {one.picture.name}
                </Typography>
              </Box>
              <Flex direction="column" alignItems="stretch" gap={2}>
                <PictureTexts
                  described={one}
                  id={`${id}-${one.picture.id}`}
                  language={languages.find((each) => each === language) ?? null}
                  isDisabled={disabled}
                  onChange={(said) =>
                    write(textsOf(all.map((each, place) => (place === at ? { ...each, said } : each))))
                  }
                />
              </Flex>
            </Row>
          ))}
        </Rows>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </DeskRoot>
  );
});

export default PictureTextsField;
