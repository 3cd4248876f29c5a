import type { Editor } from '@tiptap/react';
import { useLayoutEffect, useRef, useState } from 'react';

import type { SpelledLanguage } from '../../../../shared/spelling-lists';
import type { Notice } from '../paste/report';
import { WordMenu } from './WordMenu';
import type { Word } from './words-in';

interface SpellingMenuProps {
  editor: Editor;
  /** The word that is asked about. */
  word: Word;
  language: SpelledLanguage;
  tell: (notice: Notice) => void;
  onClose: () => void;
}

/** What may become of a misspelt word of a body, below it. */
export function SpellingMenu({ editor, word, language, tell, onClose }: SpellingMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  useLayoutEffect(() => {
    // Whoever asks by a key sees where the word stands, and types over it.
    editor.chain().setTextSelection({ from: word.from, to: word.to }).scrollIntoView().run();
    setPlace(placeOf(editor, word, menu.current));
  }, [editor, word]);

  function replace(spelling: string): void {
    const { from, to } = word;
    onClose();
    editor
      .chain()
      .focus()
      .command(({ tr }) => {
        // The text may have changed since: another version was taken over.
        if (
          tr.doc.textBetween(from, Math.min(to, tr.doc.content.size)).replaceAll('\u00ad', '') !== word.word
        )
          return false;
        tr.insertText(spelling, from, to);
        return true;
      })
      .run();
  }

  return (
    <WordMenu
      word={word.word}
      language={language}
      menu={menu}
      style={place}
      tell={tell}
      onReplace={replace}
      onDone={() => {
        onClose();
        editor.commands.focus();
      }}
      onLeft={onClose}
    />
  );
}

/** Below the word, within the frame that the menu stands in. */
function placeOf(editor: Editor, { from }: Word, menu: HTMLElement | null): { left: number; top: number } {
  const frame = menu?.offsetParent?.getBoundingClientRect();
  if (!menu || !frame) return { left: 0, top: 0 };
  const at = editor.view.coordsAtPos(from);
  const left = Math.max(0, Math.min(at.left - frame.left, frame.width - menu.offsetWidth));
  return { left, top: at.bottom - frame.top + 4 };
}
