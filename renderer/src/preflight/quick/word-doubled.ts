import type { Language } from '../../contract/primitives';
import { storedTextsOf } from '../prose';
import type { Rule } from '../rule';

const doubled = /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}]{2,})(?:[ \u00a0\u202f]+\1)+(?![\p{L}\p{M}\p{N}])/giu;

/** Words that good sentences have twice in a row: “nous nous réunissons”, “faire faire des travaux”, “that that”. */
const oftenTwice: Readonly<Record<Language, readonly string[]>> = {
  fr: ['nous', 'vous', 'faire', 'en', 'est', 'si', 'très', 'bien', 'été', 'bis'],
  en: ['that', 'had', 'is', 'very', 'so', 'do'],
  ar: ['شيئا', 'رويدا', 'يوما', 'كلا', 'جدا', 'صفا'],
};

/** No word is written twice in a row: it was typed again after a pause, or left from a sentence of before. */
export const wordDoubled: Rule = {
  name: 'word-doubled',
  severity: 'warning',
  check: ({ issue, find }) =>
    storedTextsOf(issue).flatMap(({ place, value }) => {
      const usual = oftenTwice[issue.masthead.language];
      let first: string | null = null;
      const to = value.replaceAll(doubled, (written: string, word: string) => {
        if (usual.includes(bare(word)) || isName(written, word)) return written;
        first ??= written;
        return word;
      });
      return first === null ? [] : [{ ...find(place, { text: first }), mend: { place, from: value, to } }];
    }),
};

/** Without the signs for vowels, which Arabic is written with or without. */
function bare(word: string): string {
  return word.toLocaleLowerCase().replaceAll(/[\u064B-\u0652]/g, '');
}

/** “de De Gaulle”, “à la La Palme”: the second one is the beginning of a name. */
function isName(written: string, word: string): boolean {
  return written.slice(word.length).trim() !== word && /^\p{Ll}.*[ \u00a0\u202f]\p{Lu}/u.test(written);
}
