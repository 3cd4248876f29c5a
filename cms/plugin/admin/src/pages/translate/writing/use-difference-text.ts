import { useCallback } from 'react';

import type { TextDifference } from '../../../../../shared/desk';
import { useText } from '../../../hooks/use-text';

/** What two texts do not say alike, as a sentence in the language of the admin. */
export function useDifferenceText(): (difference: TextDifference) => string {
  const text = useText();
  return useCallback(
    ({ is, original, translation }: TextDifference) => {
      const what = text(`translate.differs.${is}`);
      if (original === null) return text('translate.differs.extra', { what, there: isolated(translation) });
      if (translation === null) return text('translate.differs.lacking', { what, there: isolated(original) });
      return text('translate.differs.other', {
        what,
        original: isolated(original),
        translation: isolated(translation),
      });
    },
    [text],
  );
}

/** Words of another language keep their order within a sentence. */
function isolated(words: string | null): string {
  return `\u2068${words ?? ''}\u2069`;
}
