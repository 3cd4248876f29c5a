import { Box, Button, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight, Cross, Plus } from '@strapi/icons';
import { useStrapiApp } from '@strapi/strapi/admin';
import { useState, type ComponentType } from 'react';
import { styled } from 'styled-components';

import type { PictureForm } from '../../../../../shared/desk';
import { useText } from '../../../hooks/use-text';
import { serverUrl } from '../../../plugin/plugin-id';
import { FieldNotes } from '../findings/FieldNotes';
import { useFieldId, useForm, useLabel } from './form-context';
import { described, textsOf, type DescribedPicture, type PictureText } from './picture-texts';
import { PictureTexts } from './PictureTexts';

const Image = styled.img`
  display: block;
  width: 100%;
  height: 9.6rem;
  object-fit: cover;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral150};
`;
const Grid = styled.ul<{ $least: number }>`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(${({ $least }) => $least}rem, 1fr));
  gap: 1.2rem;
`;

/** Strapi's window of the media library, which it hands to plugins by this name. */
type MediaLibrary = ComponentType<{
  allowedTypes: string[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (files: PictureForm[]) => void;
}>;

interface PicturesFieldProps {
  uid: string;
  name: string;
  value: readonly PictureForm[];
  /** What is said of them in the language of the form, in their order; left out where the media library alone says it. */
  texts?: readonly PictureText[];
  /** How many there may be. */
  most?: number;
  onChange: (pictures: PictureForm[], texts: PictureText[]) => void;
}

/** Pictures of the media library: looked at, put in order, chosen there or uploaded. */
export function PicturesField({ uid, name, value, texts, most = 100, onChange }: PicturesFieldProps) {
  const text = useText();
  const { label } = useLabel(uid, name);
  const { isDisabled, notesOf, onEnter } = useForm();
  const id = useFieldId(name);
  const [isOpen, setOpen] = useState(false);
  const components = useStrapiApp('PicturesField', (app) => app.components);
  const Library = components['media-library'] as MediaLibrary | undefined;

  const all = described(value, texts);
  const change = (next: readonly DescribedPicture[]): void =>
    onChange(
      next.map(({ picture }) => picture),
      textsOf(next),
    );
  const add = (files: readonly PictureForm[]): void => {
    const known = value.map((picture) => picture.id);
    const fresh = described(files.filter((file) => !known.includes(file.id)).map(toForm));
    change([...all, ...fresh].slice(-most));
    setOpen(false);
  };
  const move = (at: number, by: number): void => {
    const next = [...all];
    next.splice(at + by, 0, ...next.splice(at, 1));
    change(next);
  };

  return (
    <Field.Root id={`${id}-field`} name={name}>
      <Field.Label>{label}</Field.Label>
      {value.length > 0 && (
        <Grid $least={texts === undefined ? 16 : 24}>
          {all.map(({ picture, said }, at) => (
            <li key={picture.id}>
              <Image
                src={serverUrl(picture.url ?? '')}
                alt={said?.alternativeText || (picture.alternativeText ?? '')}
              />
              {(texts === undefined || !(said?.alternativeText || picture.alternativeText)) && (
                <Typography
                  tag="p"
                  variant="pi"
                  textColor={picture.alternativeText ? 'neutral700' : 'warning700'}
                >
                  {picture.alternativeText || text('compose.picture.no-alt')}
                </Typography>
              )}
              {texts !== undefined && (
                <PictureTexts
                  described={{ picture, said }}
                  id={`${id}-${picture.id}`}
                  onChange={(next) =>
                    change(all.map((one, place) => (place === at ? { ...one, said: next } : one)))
                  }
                />
              )}
              <Flex gap={1} paddingTop={1}>
                {at > 0 && (
                  <IconButton
                    size="XS"
                    label={text('compose.picture.earlier', { name: picture.name ?? '' })}
                    disabled={isDisabled}
                    onClick={() => move(at, -1)}
                  >
                    <ArrowLeft />
                  </IconButton>
                )}
                {at < value.length - 1 && (
                  <IconButton
                    size="XS"
                    label={text('compose.picture.later', { name: picture.name ?? '' })}
                    disabled={isDisabled}
                    onClick={() => move(at, 1)}
                  >
                    <ArrowRight />
                  </IconButton>
                )}
                <IconButton
                  size="XS"
                  label={text('compose.picture.remove', { name: picture.name ?? '' })}
                  disabled={isDisabled}
                  onClick={() => change(all.filter((one) => one.picture !== picture))}
                >
                  <Cross />
                </IconButton>
              </Flex>
            </li>
          ))}
        </Grid>
      )}
      {Library !== undefined && (
        <Box>
          <Button
            id={id}
            variant="tertiary"
            size="S"
            startIcon={<Plus />}
            disabled={isDisabled}
            onFocus={() => onEnter(name)}
            onClick={() => setOpen(true)}
          >
            {text(most === 1 && value.length === 1 ? 'compose.picture.other' : 'compose.picture.add')}
          </Button>
        </Box>
      )}
      <FieldNotes id={`${id}-notes`} notes={notesOf(name)} mend={null} onMend={() => undefined} />
      {isOpen && Library !== undefined && (
        <Library
          allowedTypes={['images']}
          multiple={most > 1}
          onClose={() => setOpen(false)}
          onSelectAssets={add}
        />
      )}
    </Field.Root>
  );
}

/** What the media library knows of a file is more than a form holds. */
function toForm({ id, name, url, alternativeText, caption, width, height }: PictureForm): PictureForm {
  return { id, name, url, alternativeText, caption, width, height };
}
