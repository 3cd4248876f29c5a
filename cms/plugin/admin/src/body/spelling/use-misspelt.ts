import { useEffect, useMemo, useReducer } from 'react';

import { mostWordsAsked } from '../../../../shared/spelling-lists';
import { verdictsOf } from './speller';
import { wordsIn, type Word } from './words-in';

/** After so long without a key the words are asked about, in milliseconds. */
const quiet = 400;

/**
 * The misspelt words of some plain texts, by the rules of bodies; asked about once nothing was typed for a moment.
 *
 * @param language of the texts; nothing is found in one without a dictionary
 * @returns for each text its words, in its order
 */
export function useMisspelt(texts: readonly string[], language: string): Word[][] {
  const verdicts = verdictsOf(language);
  const [told, tell] = useReducer((count: number) => count + 1, 0);
  useEffect(() => verdicts?.subscribe(tell), [verdicts]);
  const key = texts.join('\n');
  const words = useMemo(
    () => (verdicts === null ? [] : key.split('\n').flatMap((line) => wordsIn(line).map(({ word }) => word))),
    [key, verdicts],
  );
  useEffect(() => {
    const unknown = words.filter((word) => verdicts?.of(word) === undefined);
    if (unknown.length === 0) return undefined;
    const timer = setTimeout(() => verdicts?.want(unknown.slice(0, mostWordsAsked)), quiet);
    return () => clearTimeout(timer);
  }, [words, verdicts, told]);
  return texts.map((text) => wordsIn(text).filter(({ word }) => verdicts?.of(word) === true));
}
