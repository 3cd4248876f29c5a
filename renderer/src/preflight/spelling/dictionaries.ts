import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language } from '../../contract/primitives';
import { readAffixes } from './affixes';
import { readLexicon, type Lexicon } from './lexicon';

/** The languages in which misspelt words are found. No Arabic dictionary is good enough. */
export const spelledLanguages = ['fr', 'en'] as const satisfies readonly Language[];

/** The packages with Hunspell dictionaries. British and American spelling are both accepted. */
const packages: Record<(typeof spelledLanguages)[number], readonly string[]> = {
  fr: ['dictionary-fr'],
  en: ['dictionary-en-gb', 'dictionary-en'],
};

const opened = new Map<Language, Promise<Lexicon | null>>();

/** The dictionary of a language, read once per process on first use; null if there is none. */
export function dictionaryOf(language: Language): Promise<Lexicon | null> {
  const spelled = spelledLanguages.find((one) => one === language);
  const known = opened.get(language) ?? (spelled ? open(packages[spelled]) : Promise.resolve(null));
  opened.set(language, known);
  return known;
}

async function open(names: readonly string[]): Promise<Lexicon> {
  const lexicons = await Promise.all(
    names.map(async (name) => {
      const folder = dirname(require.resolve(name));
      const [affixes, words] = await Promise.all([
        readFile(join(folder, 'index.aff'), 'utf8'),
        readFile(join(folder, 'index.dic'), 'utf8'),
      ]);
      return readLexicon(readAffixes(affixes), words);
    }),
  );
  return { has: (word) => lexicons.some((lexicon) => lexicon.has(word)) };
}
