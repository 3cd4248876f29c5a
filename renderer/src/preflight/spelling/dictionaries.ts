import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Language } from '../../contract/primitives';
import { readAffixes } from './affixes';
import { readLexicon, type Lexicon } from './lexicon';

/** Packages of Hunspell dictionaries. British and American spelling are both English. Arabic has none that would do. */
const packages: Record<Language, readonly string[]> = {
  fr: ['dictionary-fr'],
  en: ['dictionary-en-gb', 'dictionary-en'],
  ar: [],
};

const opened = new Map<Language, Promise<Lexicon | null>>();

/** The words of a language, read once a process and only when asked for; null where there is no dictionary. */
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
