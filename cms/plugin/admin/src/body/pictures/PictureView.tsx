import { Field, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useEffect, useRef } from 'react';

import { useText } from '../../hooks/use-text';
import { pictureNotes } from '../../model/library-file';
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
        <img src={image.url} alt={image.alternativeText ?? ''} />
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
