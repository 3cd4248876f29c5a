import { Extension, type Editor } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { handlePaste as pasteIntoCells, isInTable } from '@tiptap/pm/tables';
import type { Body } from '@nachra/renderer';

import type { Upload } from '../../hooks/use-upload';
import type { LibraryFile } from '../../model/library-file';
import { readBody } from '../document/stored-form';
import { placeUpload } from '../pictures/uploads';
import { withoutTitle } from './own-title';
import { readPasted } from './read-pasted';
import { readPlain } from './read-plain';
import { noticeOf, type Notice, type PasteReport } from './report';
import { sliceFor } from './slice-for';

interface Options {
  upload: Upload;
  tell: (notice: Notice | null) => void;
}

/** What may change while the editor is there. */
interface Kept {
  /** What stands above the body in the mail; empty for nothing. */
  title: string;
}

declare module '@tiptap/core' {
  interface Storage {
    clipboardReader: Kept;
  }
}

/** What the editor itself puts on the clipboard is marked so, and nothing of it is worth telling. */
const ownMark = 'data-pm-slice';

/** Reads what is pasted or dropped: text by the grammar of bodies, pictures as uploads. */
export const ClipboardReader = Extension.create<Options, Kept>({
  name: 'clipboardReader',
  priority: 400,
  addOptions: () => ({
    upload: () => Promise.reject(new Error('No upload was given.')),
    tell: () => undefined,
  }),
  addStorage: () => ({ title: '' }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (_view, event) => take(editor, options, event.clipboardData),
          handleDrop: (view, event, _slice, moved) => {
            if (moved) return false;
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
            return take(editor, options, event.dataTransfer, at);
          },
        },
      }),
    ];
  },
});

/** Tells an editor what stands above its text. */
export function standUnder(editor: Editor, title: string): void {
  editor.storage.clipboardReader.title = title;
}

/** Whether something was taken; what is left goes its usual way. */
function take(editor: Editor, options: Options, data: DataTransfer | null, at?: number): boolean {
  if (!data || !editor.isEditable) return false;
  const html = data.getData('text/html');
  const plain = data.getData('text/plain');
  const pictures = [...data.files].filter(({ type }) => type.startsWith('image/'));
  if (editor.isActive('codeBlock') && plain !== '')
    return editor.commands.insertContent({ type: 'text', text: plain.replace(/\r\n?/g, '\n') });
  const read = html === '' ? { body: readPlain(plain), report: null } : readHtml(html);
  const untitled = editor.isEmpty ? withoutTitle(read.body, editor.storage.clipboardReader.title) : null;
  const body = untitled ?? read.body;
  const report = untitled === null ? read.report : withTitleDropped(read.report);
  const isNothing = !body.some((block) => block.type !== 'image');
  if (isNothing && pictures.length > 0) {
    void uploadAll(editor, options, () => pictures, at);
    return true;
  }
  if (body.length === 0) {
    if (report) options.tell({ is: 'pasted', report });
    return html !== '';
  }
  const embedded = body.filter((block) => block.type === 'image' && block.image.url.startsWith('data:'));
  insert(
    editor,
    body.filter((block) => !embedded.includes(block)),
    at,
  );
  const isOwn = html.includes(ownMark);
  options.tell(isOwn || !report ? null : { is: 'pasted', report });
  if (embedded.length > 0)
    void uploadAll(
      editor,
      options,
      () => embedded.map((block, index) => fileOf(block.type === 'image' ? block.image.url : '', index)),
      undefined,
      report,
    );
  return true;
}

/** A plain text tells nothing of itself, but that it lost its title. */
function withTitleDropped(report: PasteReport | null): PasteReport {
  return { kept: report?.kept ?? [], dropped: { ...report?.dropped, title: 1 } };
}

function readHtml(html: string): { body: Body; report: PasteReport } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const own = `${window.location.origin}/uploads/`;
  return readPasted(body, (url) => url.startsWith('/uploads/') || url.startsWith(own));
}

/** Puts blocks in the place of the selection, or where they were dropped. */
function insert(editor: Editor, body: Body, at?: number): void {
  if (body.length === 0) return;
  const { state, view } = editor;
  if (at !== undefined) {
    const nodes = state.schema.nodeFromJSON(readBody(body)).content;
    view.dispatch(state.tr.replaceRange(at, at, Slice.maxOpen(nodes)).setMeta('uiEvent', 'drop'));
    return;
  }
  const [only] = body;
  if (isInTable(state) && body.length === 1 && only?.type === 'table') {
    const table = new Slice(state.schema.nodeFromJSON(readBody(body)).content, 0, 0);
    if (pasteIntoCells(view, new ClipboardEvent('paste'), table)) return;
  }
  view.dispatch(state.tr.replaceSelection(sliceFor(state, body)).scrollIntoView().setMeta('paste', true));
}

async function uploadAll(
  editor: Editor,
  { upload, tell }: Options,
  files: () => readonly File[],
  at?: number,
  report: PasteReport | null = null,
): Promise<void> {
  tell({ is: 'uploading' });
  try {
    const stored: LibraryFile[] = [];
    for (const file of files()) stored.push(await placeUpload(editor, () => upload(file), at));
    tell(noticeOf(stored) ?? (report && { is: 'pasted', report }));
  } catch (error) {
    tell({ is: 'refused', error });
  }
}

/** A picture of a `data:` address as a file. */
function fileOf(url: string, index: number): File {
  const [, type = 'image/png', data = ''] = /^data:([^;,]+);base64,(.*)$/s.exec(url) ?? [];
  const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  return new File([bytes], `image-${index + 1}.${type.split('/')[1] ?? 'png'}`, { type });
}
