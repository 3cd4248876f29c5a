import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';

import type { AnswerOf, CompareTexts, TextDifference } from '../../../../../shared/desk';
import { urlOf } from '../../../../../shared/endpoints';

/** After so long without a key the texts are compared, in milliseconds. */
const QUIET = 400;

/**
 * What a translation and its original do not say alike, some moments after the last key. A server that is away is not asked again
 * before the next one: nobody waits for it.
 *
 * @param asked the requests that it takes; has to be the same object until a text changes
 */
export function useTextDifferences(asked: readonly CompareTexts[]): readonly TextDifference[] {
  const { post } = useFetchClient();
  const [found, setFound] = useState<readonly TextDifference[]>([]);
  const newest = useRef(asked);
  useEffect(() => {
    newest.current = asked;
    const timer = setTimeout(() => {
      Promise.all(asked.map((one) => post<AnswerOf<'compareTexts'>>(urlOf('compareTexts', {}), one))).then(
        (answers) => {
          if (newest.current === asked) setFound(answers.flatMap(({ data }) => data));
        },
        () => undefined,
      );
    }, QUIET);
    return () => clearTimeout(timer);
  }, [asked, post]);
  return found;
}
