import { GridNine, Image, Images, Link } from '@strapi/icons';
import { useStrapiApp } from '@strapi/strapi/admin';
import { isInTable } from '@tiptap/pm/tables';
import { useEditorState, type Editor } from '@tiptap/react';
import { useEffect, useRef, useState, type ComponentType } from 'react';

import type { Upload } from '../../hooks/use-upload';
import { useText } from '../../hooks/use-text';
import type { LibraryFile } from '../../model/library-file';
import { noticeOf, type Notice } from '../paste/report';
import { insertPicture } from '../pictures/insert-picture';
import { pictureOf } from '../pictures/stored-picture';
import { placeUpload } from '../pictures/uploads';
import { LinkForm } from './LinkForm';
import { Separator, ToolButton, ToolRow } from './ToolButton';
import { StyleChoice } from './StyleChoice';
import { historyTools, insertTable, listTools, tableTools, textTools } from './tools';
import { useRovingFocus } from './use-roving-focus';

interface BodyToolbarProps {
  editor: Editor;
  upload: Upload;
  tell: (notice: Notice | null) => void;
}

type Library = ComponentType<{
  allowedTypes: string[];
  multiple: boolean;
  onClose: () => void;
  onSelectAssets: (files: LibraryFile[]) => void;
}>;

/** All that can be done to a body, in one row that is one stop for Tab; arrows move within it. */
export function BodyToolbar({ editor, upload, tell }: BodyToolbarProps) {
  const text = useText();
  const row = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [asks, setAsks] = useState<'link' | 'library' | null>(null);
  const MediaLibrary = useStrapiApp('BodyToolbar', ({ components }) => components['media-library']) as
    Library | undefined;
  // Asked of at each change, so that what is on or off is drawn anew.
  const inTable = useEditorState({ editor, selector: ({ editor: { state } }) => isInTable(state) });
  const isLink = useEditorState({ editor, selector: ({ editor: one }) => one.isActive('link') });
  const onKeyDown = useRovingFocus(row);

  useEffect(() => {
    const { dom } = editor.view;
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      event.stopPropagation();
      setAsks('link');
    };
    dom.addEventListener('keydown', onKey);
    return () => dom.removeEventListener('keydown', onKey);
  }, [editor]);

  async function take(files: readonly File[]): Promise<void> {
    tell({ is: 'uploading' });
    try {
      const stored: LibraryFile[] = [];
      for (const one of files) stored.push(await placeUpload(editor, () => upload(one)));
      tell(noticeOf(stored));
    } catch (error) {
      tell({ is: 'refused', error });
    }
  }

  return (
    <>
      <ToolRow ref={row} role="toolbar" aria-label={text('body.toolbar')} onKeyDown={onKeyDown}>
        <StyleChoice editor={editor} />
        <Separator />
        {textTools.map((tool) => (
          <ToolButton key={tool.name} editor={editor} tool={tool} />
        ))}
        <ToolButton
          editor={editor}
          tool={{ name: 'body.link', icon: Link, keys: 'Ctrl+K', run: () => setAsks('link') }}
          isOn={isLink}
        />
        <Separator />
        {listTools.map((tool) => (
          <ToolButton key={tool.name} editor={editor} tool={tool} />
        ))}
        <Separator />
        <ToolButton
          editor={editor}
          tool={{ name: 'body.picture.upload', icon: Image, run: () => file.current?.click() }}
        />
        {MediaLibrary && (
          <ToolButton
            editor={editor}
            tool={{ name: 'body.picture.library', icon: Images, run: () => setAsks('library') }}
          />
        )}
        <ToolButton
          editor={editor}
          tool={{ name: 'body.table', icon: GridNine, run: insertTable, isOff: () => inTable }}
        />
        <Separator />
        {historyTools.map((tool) => (
          <ToolButton key={tool.name} editor={editor} tool={tool} />
        ))}
        {inTable &&
          tableTools.map((tool) => <ToolButton key={tool.name} editor={editor} tool={tool} isWord />)}
      </ToolRow>
      <input
        ref={file}
        type="file"
        accept="image/*"
        multiple
        hidden
        tabIndex={-1}
        aria-label={text('body.picture.upload')}
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {asks === 'link' && <LinkForm editor={editor} onClose={() => setAsks(null)} />}
      {asks === 'library' && MediaLibrary && (
        <MediaLibrary
          allowedTypes={['images']}
          multiple
          onClose={() => setAsks(null)}
          onSelectAssets={(files) => {
            setAsks(null);
            for (const one of [...files].reverse()) insertPicture(editor, pictureOf(one));
            tell(noticeOf(files));
          }}
        />
      )}
    </>
  );
}
