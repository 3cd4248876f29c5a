import type { Body } from '@nachra/renderer';
import {
  EditorContent,
  ReactNodeViewRenderer,
  useEditor,
  type Editor,
  type JSONContent,
} from '@tiptap/react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';

import { useUpload } from '../hooks/use-upload';
import { BesideBlocks } from './beside/beside-blocks';
import { useBeside, type Beside } from './beside/use-beside';
import { extensions } from './document/extensions';
import { readBody, writeBody } from './document/stored-form';
import { UnknownView } from './document/UnknownView';
import { canonical } from '../model/canonical';
import { BodyFooter } from './BodyFooter';
import { BodyFrame } from './BodyFrame';
import { afterEcho, withWritten } from './echoes';
import { ClipboardReader, standUnder } from './paste/clipboard-reader';
import type { Notice } from './paste/report';
import { PictureView } from './pictures/PictureView';
import { Uploads } from './pictures/uploads';
import { MisspeltMarks } from './spelling/misspelt-marks';
import { spelledLanguage } from './spelling/speller';
import { SpellingMenu } from './spelling/SpellingMenu';
import type { Word } from './spelling/words-in';
import { BodyToolbar } from './toolbar/BodyToolbar';
import { TypingHelp } from './typing/typing-help';

interface BodyEditorProps {
  /** What the field is called, for who hears it. */
  label: string;
  /** A stored body, or nothing; also one that the contract would refuse, which is shown to be mended. */
  value: unknown;
  /** Called for each change, with null where nothing is written any more, and with what was given once all is undone. */
  onChange: (body: Body | null) => void;
  /** That of the text: its direction, and its typography while one types. */
  language: string;
  disabled?: boolean;
  required?: boolean;
  invalid?: boolean;
  /** Ids of the elements that explain the field. */
  describedBy?: string;
  /** What stands above the text in the mail, which a document that is pasted may begin with as well. */
  title?: string;
  /** Another text that stands beside it, block by block. It has to be the same object until it changes. */
  beside?: Beside;
}

const views = { picture: PictureView, unknownBlock: UnknownView };

/** The grammar with what only a browser shows. */
const shown = extensions.map((extension) => {
  const view = views[extension.name as keyof typeof views];
  return view ? extension.extend({ addNodeView: () => ReactNodeViewRenderer(view) }) : extension;
});

/** An editor of bodies: a toolbar, the text, and a line that counts words and says what happened to what was pasted. */
export function BodyEditor(props: BodyEditorProps) {
  const {
    label,
    value,
    onChange,
    language,
    disabled = false,
    required,
    invalid,
    describedBy,
    beside,
    title = '',
  } = props;

  const upload = useUpload();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [asked, setAsked] = useState<Word | null>(null);
  const spelled = spelledLanguage(language);
  const [content] = useState(() => readBody(value));
  const [all] = useState(() => [
    ...shown,
    TypingHelp,
    Uploads,
    BesideBlocks,
    ClipboardReader.configure({ upload, tell: setNotice }),
    MisspeltMarks.configure({ open: setAsked }),
  ]);
  const attributes = useMemo(
    () => ({
      ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: language },
      dir: language === 'ar' ? 'rtl' : 'ltr',
      // Where ours has no dictionary the browser's own does what it can.
      spellcheck: String(spelledLanguage(language) === null),
      'aria-required': String(required ?? false),
      'aria-invalid': String(invalid ?? false),
      ...(describedBy && { 'aria-describedby': describedBy }),
      ...(disabled && { 'aria-readonly': 'true' }),
    }),
    [label, language, required, invalid, describedBy, disabled],
  );
  const editorProps = useMemo(() => ({ attributes }), [attributes]);
  const handed = useRef<Handed>({ seen: canonical(value), written: [], value, document: null });
  const editor = useEditor({
    extensions: all,
    content,
    editable: !disabled,
    editorProps,
    onUpdate: ({ editor: changed }) => {
      const body = valueOf(changed, handed.current);
      handed.current.written = withWritten(handed.current.written, canonical(body));
      onChange(body as Body | null);
    },
  });

  useLayoutEffect(() => {
    const { current } = handed;
    current.document ??= editor.state.doc;
    const now = canonical(value);
    if (current.seen === now) return;
    current.seen = now;
    const left = afterEcho(current.written, now);
    if (left !== null) {
      current.written = left;
      return;
    }
    // It comes from outside: another version was taken over, or the form was reset.
    editor.commands.setContent(readBody(value), { emitUpdate: false });
    handed.current = { seen: now, written: [], value, document: editor.state.doc };
  }, [value, editor]);
  useLayoutEffect(() => standUnder(editor, title), [title, editor]);
  useLayoutEffect(() => editor.setEditable(!disabled, false), [disabled, editor]);
  useBeside(editor, beside);

  return (
    <BodyFrame className="body-editor" data-disabled={disabled} data-invalid={invalid}>
      {!disabled && <BodyToolbar editor={editor} upload={upload} tell={setNotice} />}
      <EditorContent editor={editor} />
      <BodyFooter editor={editor} notice={notice} onAsk={setAsked} />
      {asked && spelled && (
        <SpellingMenu
          editor={editor}
          word={asked}
          language={spelled}
          tell={setNotice}
          onClose={() => setAsked(null)}
        />
      )}
    </BodyFrame>
  );
}

interface Handed {
  /** The value that was handed in last, as JSON. */
  seen: string;
  /** The newest values that were handed out and did not come back yet, as JSON. */
  written: string[];
  /** The value that the document was made of. */
  value: unknown;
  document: Editor['state']['doc'] | null;
}

/** What was given, where the text is as it was: a body that somebody only looked into is not changed. */
function valueOf(editor: Editor, { value, document }: Handed): unknown {
  const { doc } = editor.state;
  return document !== null && doc.eq(document) ? (value ?? null) : writeBody(doc.toJSON() as JSONContent);
}
