import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language } from '../../contract/primitives';
import { readAffixes } from './affixes';
import { readLexicon, type Lexicon } from './lexicon';

/** The packages with Hunspell dictionaries. British and American spelling are both accepted. No Arabic dictionary is good enough. */
const packages: Record<Language, readonly string[]> = {
  fr: ['dictionary-fr'],
  en: ['dictionary-en-gb', 'dictionary-en'],
  ar: [],
};

const opened = new Map<Language, Promise<Lexicon | null>>();

/** The dictionary of a language, read once per process on first use; null if there is none. */
export function dictionaryOf(language: Language): Promise<Lexicon | null> {
  const known = opened.get(language) ?? open(packages[language]);
  opened.set(language, known);
  return known;
}

async function open(names: readonly string[]): Promise<Lexicon | null> {
  if (names.length === 0) return null;
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
