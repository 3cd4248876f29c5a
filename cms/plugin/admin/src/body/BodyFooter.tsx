import { Flex, TextButton, Typography } from '@strapi/design-system';
import { useEditorState, type Editor } from '@tiptap/react';

import { useRefusalText } from '../hooks/use-refusal-text';
import { useText } from '../hooks/use-text';
import { usePasteText } from './paste/use-paste-text';
import type { Notice } from './paste/report';
import { nextMisspelt, spellingShown } from './spelling/misspelt-marks';
import type { Word } from './spelling/words-in';

/** Words that a reader takes in a minute. */
const wordsAMinute = 200;

const word = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

interface BodyFooterProps {
  editor: Editor;
  notice: Notice | null;
  /** Asks what is to become of a misspelt word. */
  onAsk: (word: Word) => void;
}

/** The line below a body: what happened last, how many words may be misspelt, and how long it is. */
export function BodyFooter({ editor, notice, onAsk }: BodyFooterProps) {
  const text = useText();
  const refusalText = useRefusalText();
  const pasteText = usePasteText();
  const count = useEditorState({
    editor,
    selector: ({ editor: { state } }) =>
      state.doc.textBetween(0, state.doc.content.size, ' ', ' ').match(word)?.length ?? 0,
  });
  const { count: misspelt, isForeign } = useEditorState({
    editor,
    selector: ({ editor: now }) => spellingShown(now),
  });
  const minutes = Math.max(1, Math.round(count / wordsAMinute));
  return (
    <Flex
      justifyContent="space-between"
      gap={4}
      wrap="wrap"
      paddingTop={2}
      paddingBottom={2}
      paddingLeft={4}
      paddingRight={4}
    >
      <Typography variant="pi" textColor="neutral600" role="status" data-notice={notice?.is}>
        {notice?.is === 'pasted' && pasteText(notice.report)}
        {notice?.is === 'uploading' && text('body.uploading')}
        {notice?.is === 'pictures' &&
          notice.notes.map((note, at) => (
            <Typography key={at} tag="p" variant="pi" textColor="neutral800">
              {text(note)}
            </Typography>
          ))}
        {notice?.is === 'added' && text('body.spelling.added', { word: notice.word })}
        {notice?.is === 'refused' && (
          <Typography variant="pi" textColor="danger600">
            {refusalText(notice.error)}
          </Typography>
        )}
      </Typography>
      {misspelt > 0 && (
        <TextButton
          type="button"
          title={text('body.spelling.next')}
          onClick={() => {
            const word = nextMisspelt(editor);
            if (word) onAsk(word);
          }}
        >
          {text('body.spelling.count', { count: misspelt })}
        </TextButton>
      )}
      {isForeign && (
        <Typography variant="pi" textColor="neutral600">
          {text('body.spelling.foreign')}
        </Typography>
      )}
      <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
        {count === 0 ? text('body.words.none') : text('body.words', { count, minutes })}
      </Typography>
    </Flex>
  );
}
