import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useStrapiApp } from '@strapi/strapi/admin';
import { useRef, useState, type ComponentType } from 'react';
import { styled } from 'styled-components';

import { fittingFormat } from '../../../../../shared/picture-formats';
import type { PicturePlace } from '../../../../../shared/picture-places';
import type { FramingForm, PictureForm } from '../../../../../shared/desk';
import { pictureLimits } from '../../../../../shared/picture-limits';
import { framingFor } from '../../../framing/framing-for';
import { useText } from '../../../hooks/use-text';
import { pictureNotes, type LibraryFile } from '../../../model/library-file';
import { textsOf, described, type DescribedPicture, type PictureText } from '../../../pictures/picture-texts';
import { FieldNotes } from './FieldNotes';
import { useFieldId, useForm, useLabel } from './form-context';
import { NewPicture } from './NewPicture';
import { PictureCard } from './PictureCard';

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
  onSelectAssets: (files: LibraryFile[]) => void;
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
  /** How the picture at a place in the list is framed, and where it stands in the mail. */
  framing: {
    of: (at: number) => FramingForm | null | undefined;
    place: (at: number) => PicturePlace;
    onChange: (at: number, framing: FramingForm | null) => void;
  };
}

/** Pictures: looked at, put in order, chosen in the media library; or chosen, dropped and pasted from this computer. */
export function PicturesField({
  uid,
  name,
  value,
  texts,
  most = 100,
  onChange,
  framing,
}: PicturesFieldProps) {
  const text = useText();
  const { label } = useLabel(uid, name);
  const { language, isDisabled, onEnter } = useForm();
  const id = useFieldId(name);
  const [isOpen, setOpen] = useState(false);
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  /** What the library said of the pictures that were just chosen. */
  const [chosen, setChosen] = useState<readonly LibraryFile[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const components = useStrapiApp('PicturesField', (app) => app.components);
  const Library = components['media-library'] as MediaLibrary | undefined;

  const all = described(value, texts);
  const change = (next: readonly DescribedPicture[]): void =>
    onChange(
      next.map(({ picture }) => picture),
      textsOf(next),
    );
  const take = (data: DataTransfer | null): boolean => {
    const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
    if (isDisabled || files.length === 0) return false;
    setWaiting((before) => [...before, ...files].slice(-most));
    return true;
  };
  const add = (files: readonly LibraryFile[]): void => {
    setChosen((before) => [...before, ...files]);
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
    <Field.Root
      id={`${id}-field`}
      name={name}
      data-pictures={name}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event.dataTransfer) && event.preventDefault()}
      onPaste={(event) => take(event.clipboardData) && event.preventDefault()}
    >
      <Field.Label>{label}</Field.Label>
      {value.length > 0 && (
        <Grid $least={texts === undefined ? 16 : 24}>
          {all.map(({ picture, said }, at) => (
            <PictureCard
              key={picture.id}
              picture={{ picture, said }}
              hasTexts={texts !== undefined}
              id={`${id}-${picture.id}`}
              notes={notesOn(picture, chosen)}
              framing={{
                value: framingFor(picture, framing.of(at)),
                place: framing.place(at),
                onChange: (next) => framing.onChange(at, next),
              }}
              onSay={(next) => change(all.map((one, place) => (place === at ? { ...one, said: next } : one)))}
              onEarlier={at > 0 ? () => move(at, -1) : null}
              onLater={at < value.length - 1 ? () => move(at, 1) : null}
              onRemove={() => change(all.filter((one) => one.picture !== picture))}
            />
          ))}
        </Grid>
      )}
      {waiting[0] && (
        <NewPicture
          file={waiting[0]}
          language={language}
          onAdd={(picture) => {
            add([picture]);
            setWaiting((before) => before.slice(1));
          }}
          onCancel={() => setWaiting((before) => before.slice(1))}
        />
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple={most > 1}
        hidden
        tabIndex={-1}
        aria-label={text('compose.picture.upload')}
        onChange={({ target }) => {
          setWaiting([...(target.files ?? [])].slice(-most));
          target.value = '';
        }}
      />
      <Flex gap={2} wrap="wrap">
        {Library !== undefined && (
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
        )}
        <Button variant="ghost" size="S" disabled={isDisabled} onClick={() => input.current?.click()}>
          {text('compose.picture.upload')}
        </Button>
        <Typography variant="pi" textColor="neutral600">
          {text('compose.picture.drop')}
        </Typography>
      </Flex>
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

/** What is to be said of a picture as a mail takes it; its weight is known of those only that were chosen here. */
function notesOn({ id, width }: PictureForm, chosen: readonly LibraryFile[]) {
  const file = chosen.find((one) => one.id === id);
  if (file) return pictureNotes(fittingFormat(file));
  return pictureNotes({ width: Math.min(width ?? 0, pictureLimits.widest) });
}

/** What the media library knows of a file is more than a form holds. */
function toForm({ id, name, url, alternativeText, caption, width, height }: LibraryFile): PictureForm {
  return { id, name, url, alternativeText, caption, width, height };
}
