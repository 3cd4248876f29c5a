import { Box, Button, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight, Cross, Plus } from '@strapi/icons';
import { useStrapiApp } from '@strapi/strapi/admin';
import { useState, type ComponentType } from 'react';
import { styled } from 'styled-components';

import type { PictureForm } from '../../../../../shared/desk';
import { useText } from '../../../hooks/use-text';
import { serverUrl } from '../../../plugin/plugin-id';
import { FieldNotes } from './FieldNotes';
import { useFieldId, useForm, useLabel } from './form-context';

const Image = styled.img`
  display: block;
  width: 100%;
  height: 9.6rem;
  object-fit: cover;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral150};
`;
const Grid = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr));
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
  /** How many there may be. */
  most?: number;
  onChange: (pictures: PictureForm[]) => void;
}

/** Pictures of the media library: looked at, put in order, chosen there or uploaded. */
export function PicturesField({ uid, name, value, most = 100, onChange }: PicturesFieldProps) {
  const text = useText();
  const { label } = useLabel(uid, name);
  const { isDisabled, onEnter } = useForm();
  const id = useFieldId(name);
  const [isOpen, setOpen] = useState(false);
  const components = useStrapiApp('PicturesField', (app) => app.components);
  const Library = components['media-library'] as MediaLibrary | undefined;

  const add = (files: readonly PictureForm[]): void => {
    const known = value.map((picture) => picture.id);
    onChange([...value, ...files.filter((file) => !known.includes(file.id)).map(toForm)].slice(-most));
    setOpen(false);
  };
  const move = (at: number, by: number): void => {
    const next = [...value];
    next.splice(at + by, 0, ...next.splice(at, 1));
    onChange(next);
  };

  return (
    <Field.Root id={`${id}-field`} name={name}>
      <Field.Label>{label}</Field.Label>
      {value.length > 0 && (
        <Grid>
          {value.map((picture, at) => (
            <li key={picture.id}>
              <Image src={serverUrl(picture.url ?? '')} alt={picture.alternativeText ?? ''} />
              <Typography
                tag="p"
                variant="pi"
                textColor={picture.alternativeText ? 'neutral700' : 'warning700'}
              >
                {picture.alternativeText || text('compose.picture.no-alt')}
              </Typography>
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
                  onClick={() => onChange(value.filter((one) => one !== picture))}
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
      <FieldNotes field={name} />
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
