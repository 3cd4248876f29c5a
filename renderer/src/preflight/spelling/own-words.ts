import type { Lexicon } from './lexicon';

/** The words of names, as they may stand in a text. Pure. */
export function wordsOfNames(names: readonly string[]): string[] {
  return names.flatMap((name) => name.split(/[^\p{L}\p{M}'’-]+/u)).filter((word) => word !== '');
}

/** A dictionary with an institution's own words, which are right as they are written and with a capital. */
export function withOwnWords(dictionary: Lexicon, own: readonly string[]): Lexicon {
  const words = new Set(own);
  return {
    has: (word) => words.has(word) || words.has(word.toLocaleLowerCase()) || dictionary.has(word),
  };
}
