import { useCallback } from 'react';

import { frenchSpaces } from '../model/french-spaces';
import { useDeskLanguage } from './use-desk-intl';

/** Puts a sentence of the server on the screen: with the spaces of the person's language, which is the sentence's too. */
export function useSpaced(): (sentence: string) => string {
  const isFrench = useDeskLanguage() === 'fr';
  return useCallback((sentence: string) => (isFrench ? frenchSpaces(sentence) : sentence), [isFrench]);
}
