import type { spelledLanguages as spelled } from '@nachra/renderer';
import { inFull } from './lists';

/** Languages in which misspelt words are found (the renderer's). */
export const spelledLanguages = inFull<(typeof spelled)[number]>()(['fr', 'en']);
export type SpelledLanguage = (typeof spelledLanguages)[number];

/** Words that one request may ask about. */
export const mostWordsAsked = 400;

/** The longest word that is asked about, in characters; a longer one is a code, or a key that somebody leant on. */
export const longestWordAsked = 60;
