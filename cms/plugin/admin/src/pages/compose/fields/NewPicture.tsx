import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { styled } from 'styled-components';

import { useRefusalText } from '../../../hooks/use-refusal-text';
import { useText } from '../../../hooks/use-text';
import { useUpload } from '../../../hooks/use-upload';
import { pictureNotes, type LibraryFile } from '../../../model/library-file';
import { pictureLimits } from '../../../../../shared/picture-limits';

const Image = styled.img`
  display: block;
  align-self: flex-start;
  max-width: 100%;
  max-height: 12rem;
  border-radius: 4px;
`;
/** In sight however far the form is scrolled: whoever has said what the picture shows has only this left to do. */
const Actions = styled(Flex)`
  position: sticky;
  bottom: 0;
  padding-block: 0.8rem;
  background: ${({ theme }) => theme.colors.neutral0};
`;

interface NewPictureProps {
  file: File;
  /** That of the text it is for. */
  language: string;
  onAdd: (picture: LibraryFile) => void;
  onCancel: () => void;
}

/** A picture of this computer, before it is put into the media library: what it shows is asked for there and then. */
export function NewPicture({ file, language, onAdd, onCancel }: NewPictureProps) {
  const text = useText();
  const refusalText = useRefusalText();
  const upload = useUpload();
  const field = useRef<HTMLInputElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const address = useMemo(() => URL.createObjectURL(file), [file]);
  const [alternative, setAlternative] = useState('');
  const [width, setWidth] = useState(0);
  const [isAdding, setAdding] = useState(false);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    whole.current?.scrollIntoView({ block: 'nearest' });
    return () => URL.revokeObjectURL(address);
  }, [address]);

  async function add(): Promise<void> {
    setAdding(true);
    setError(null);
    try {
      onAdd(await upload(file, alternative.trim()));
    } catch (reason) {
      setError(reason);
      setAdding(false);
    }
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void add();
  }

  return (
    <Box
      ref={whole}
      role="group"
      aria-label={text('compose.picture.new', { name: file.name })}
      padding={3}
      hasRadius
      borderColor="neutral200"
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        {address !== '' && (
          <Image
            src={address}
            alt=""
            onLoad={({ currentTarget }) => {
              setWidth(Math.min(currentTarget.naturalWidth, pictureLimits.widest));
              whole.current?.scrollIntoView({ block: 'nearest' });
            }}
          />
        )}
        {pictureNotes({ width }).map((note) => (
          <Typography key={note.key} variant="pi" textColor="neutral800">
            {text(note)}
          </Typography>
        ))}
        <Field.Root hint={text('body.picture.alternative.hint')}>
          <Field.Label>{text('body.picture.alternative')}</Field.Label>
          <TextInput
            ref={field}
            size="S"
            spellCheck
            lang={language}
            value={alternative}
            onKeyDown={onKeyDown}
            onChange={({ target }) => setAlternative(target.value)}
          />
          <Field.Hint />
        </Field.Root>
        {error !== null && (
          <Typography role="alert" variant="pi" textColor="danger600">
            {refusalText(error)}
          </Typography>
        )}
        <Actions gap={2}>
          <Button type="button" size="S" loading={isAdding} onClick={() => void add()}>
            {text(isAdding ? 'compose.picture.new.adding' : 'compose.picture.new.add')}
          </Button>
          <Button type="button" size="S" variant="tertiary" disabled={isAdding} onClick={onCancel}>
            {text('compose.picture.new.cancel')}
          </Button>
        </Actions>
      </Flex>
    </Box>
  );
}
