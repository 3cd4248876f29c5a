import { Flex, Typography } from '@strapi/design-system';
import { useEditorState, type Editor } from '@tiptap/react';

import { useRefusalText } from '../hooks/use-refusal-text';
import { useText } from '../hooks/use-text';
import { usePasteText } from './paste/use-paste-text';
import type { Notice } from './paste/report';

/** Words that a reader takes in a minute. */
const wordsAMinute = 200;

const word = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** The line below a body: how long it is, and what happened last. */
export function BodyFooter({ editor, notice }: { editor: Editor; notice: Notice | null }) {
  const text = useText();
  const refusalText = useRefusalText();
  const pasteText = usePasteText();
  const count = useEditorState({
    editor,
    selector: ({ editor: { state } }) =>
      state.doc.textBetween(0, state.doc.content.size, ' ', ' ').match(word)?.length ?? 0,
  });
  const minutes = Math.max(1, Math.round(count / wordsAMinute));
  return (
    <Flex
      justifyContent="space-between"
      gap={4}
      paddingTop={2}
      paddingBottom={2}
      paddingLeft={4}
      paddingRight={4}
    >
      <Typography variant="pi" textColor="neutral600" role="status" data-notice={notice?.is}>
        {notice?.is === 'pasted' && pasteText(notice.report)}
        {notice?.is === 'uploading' && text('body.uploading')}
        {notice?.is === 'refused' && (
          <Typography variant="pi" textColor="danger600">
            {refusalText(notice.error)}
          </Typography>
        )}
      </Typography>
      <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
        {count === 0 ? text('body.words.none') : text('body.words', { count, minutes })}
      </Typography>
    </Flex>
  );
}
