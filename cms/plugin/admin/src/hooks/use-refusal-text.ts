import { useCallback } from 'react';

import { readRefusal } from '../model/read-refusal';
import { useText } from './use-text';

/** Puts a failed request into words: the server's sentence where it has one. */
export function useRefusalText(): (error: unknown) => string {
  const text = useText();
  return useCallback(
    (error: unknown) => {
      const refusal = readRefusal(error);
      return refusal.kind === 'server' ? refusal.message : text(`refusal.${refusal.kind}`);
    },
    [text],
  );
}
