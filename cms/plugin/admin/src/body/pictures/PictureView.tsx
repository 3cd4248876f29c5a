import { Field, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useEffect, useRef } from 'react';

import { FramedImage } from '../../framing/FramedImage';
import { FramingButton } from '../../framing/FramingButton';
import { useText } from '../../hooks/use-text';
import { pictureNotes } from '../../model/library-file';
import { serverUrl } from '../../plugin/backend-url';
import { wasFresh } from './insert-picture';
import type { StoredPicture } from './stored-picture';

/** A picture as it stands in the text, with its alternative text and caption below it. */
export function PictureView({ node, editor, selected, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const text = useText();
  const image = node.attrs['image'] as StoredPicture;
  const alternative = useRef<HTMLInputElement>(null);
  const shown = useRef(image);
  useEffect(() => {
    if (wasFresh(shown.current)) alternative.current?.focus();
  }, []);
  const change = (changed: Partial<StoredPicture>): void =>
    updateAttributes({ image: { ...image, ...changed } });
  const { isEditable } = editor;
  const isNamed = (image.alternativeText ?? '').trim() !== '';
  return (
    <NodeViewWrapper as="figure" className="body-picture" data-selected={selected}>
      <div className="body-picture-image" data-drag-handle="">
        <div className="body-picture-seen">
          <FramingButton
            picture={{ of: image.url, src: serverUrl(image.url), alt: image.alternativeText ?? '' }}
            name={image.alternativeText ?? ''}
            place="free"
            value={image.crop ? { crop: image.crop } : null}
            disabled={!isEditable}
            onChange={(framing) => change({ crop: framing?.crop ?? null })}
          >
            <SeenPicture image={image} />
          </FramingButton>
        </div>
        {isEditable && (
          <IconButton type="button" label={text('body.picture.remove')} onClick={deleteNode}>
            <Trash />
          </IconButton>
        )}
      </div>
      {pictureNotes({ width: image.width ?? null }).map((note) => (
        <Typography key={note.key} variant="pi" textColor="neutral800">
          {text(note)}
        </Typography>
      ))}
      <Field.Root hint={isNamed ? undefined : text('body.picture.alternative.hint')}>
        <Field.Label>{text('body.picture.alternative')}</Field.Label>
        <TextInput
          ref={alternative}
          size="S"
          spellCheck
          value={image.alternativeText ?? ''}
          disabled={!isEditable}
          onChange={(event) => change({ alternativeText: event.target.value })}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root>
        <Field.Label>{text('body.picture.caption')}</Field.Label>
        <TextInput
          size="S"
          spellCheck
          value={image.caption ?? ''}
          disabled={!isEditable}
          onChange={(event) => change({ caption: event.target.value })}
        />
      </Field.Root>
    </NodeViewWrapper>
  );
}

/** What of a picture the mail shows. */
function SeenPicture({ image: { url, alternativeText, width, height, crop } }: { image: StoredPicture }) {
  const alt = alternativeText ?? '';
  if (!crop || !width || !height) return <img src={serverUrl(url)} alt={alt} />;
  return (
    <FramedImage
      src={serverUrl(url)}
      alt={alt}
      part={crop}
      sides={(crop.width * width) / (crop.height * height)}
    />
  );
}
