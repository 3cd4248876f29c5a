import { getFetchClient } from '@strapi/strapi/admin';

import type { AnswerOf } from '../../../../shared/desk';
import { urlOf } from '../../../../shared/endpoints';
import { spelledLanguages, type SpelledLanguage } from '../../../../shared/spelling-lists';
import { openVerdicts, type Verdicts } from './verdicts';

const opened = new Map<SpelledLanguage, Verdicts>();

/** The language of a text, if misspelt words are found in it. */
export function spelledLanguage(language: string): SpelledLanguage | null {
  return spelledLanguages.find((one) => one === language) ?? null;
}

/** What is known of the words of a language, which the server is asked for; null for one without a dictionary. */
export function verdictsOf(language: string): Verdicts | null {
  const spelled = spelledLanguage(language);
  if (spelled === null) return null;
  const known = opened.get(spelled) ?? open(spelled);
  opened.set(spelled, known);
  return known;
}

function open(language: SpelledLanguage): Verdicts {
  const { post } = getFetchClient();
  const verdicts = openVerdicts(async (words) => {
    const { data } = await post<AnswerOf<'lookUpWords'>>(urlOf('lookUpWords', {}), { language, words });
    return data.misspelt;
  });
  // Somebody else may have added a word meanwhile.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') verdicts.again();
  });
  return verdicts;
}
