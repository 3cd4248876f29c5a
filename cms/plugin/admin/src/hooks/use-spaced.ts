import { useCallback } from 'react';
import { useIntl } from 'react-intl';

import { frenchSpaces } from '../model/french-spaces';

/** Puts a sentence of the server on the screen: with the spaces of the person's language, which is the sentence's too. */
export function useSpaced(): (sentence: string) => string {
  const { locale } = useIntl();
  return useCallback(
    (sentence: string) => (locale.startsWith('fr') ? frenchSpaces(sentence) : sentence),
    [locale],
  );
}
