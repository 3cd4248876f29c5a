import type { DeskLanguage } from '@nachra/strapi-plugin-newsletter';
import type { SecondFactorWords } from './second-factor-words';
import { arabic } from './words-ar';
import { english } from './words-en';
import { french } from './words-fr';

const words: Record<DeskLanguage, SecondFactorWords> = { fr: french, ar: arabic, en: english };

/** What is said about second factors, in one language of the desk. */
export function secondFactorWords(language: DeskLanguage): SecondFactorWords {
  return words[language];
}
