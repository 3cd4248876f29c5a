import { useCallback } from 'react';

import { readRefusal } from '../model/read-refusal';
import { useSpaced } from './use-spaced';
import { useText } from './use-text';

/** More of what is wrong with one save are counted. */
const mostSentences = 3;

/** Puts a failed request into words: the server's sentence where it has one. */
export function useRefusalText(): (error: unknown) => string {
  const text = useText();
  const spaced = useSpaced();
  return useCallback(
    (error: unknown) => {
      const refusal = readRefusal(error);
      if (refusal.kind === 'save') {
        const shown = refusal.sentences.slice(0, mostSentences).map(spaced);
        const count = refusal.sentences.length - shown.length;
        return [...shown, ...(count > 0 ? [text('refusal.more', { count })] : [])].join(' ');
      }
      if (refusal.kind !== 'server') return text(`refusal.${refusal.kind}`);
      // The server says a time in UTC, since it does not know where the person is.
      if (refusal.details.code === 'TEST_LIMIT') {
        const { again, ...data } = refusal.details.data;
        return text('test.limit', { ...data, again: new Date(again) });
      }
      return spaced(refusal.message);
    },
    [text, spaced],
  );
}
