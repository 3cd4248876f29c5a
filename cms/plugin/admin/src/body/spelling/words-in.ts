import { longestWordAsked } from '../../../../shared/spelling-lists';

/** A word that is asked about, and where it stands in its text. */
export interface Word {
  word: string;
  from: number;
  to: number;
}

/** Bounded as the renderer's: without an end, a long word without any is read again from each of its letters. */
const addresses =
  /[^\s@]{1,64}@\S+|\b(?:https?:\/\/|www\.)\S+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}\.[a-z]{2,}(?:\/\S*)?/giu;
/** With the places where a word may be broken, which are no letters. */
const wordPattern = /[\p{L}\p{M}\p{N}\u00ad]+(?:['’‑-][\p{L}\p{M}\p{N}\u00ad]+)*/gu;
const startsSentence = /(?:^|[.!?…:«“"/]\s*)$/u;
/** How far back the end of a sentence is looked for. */
const lookBack = 40;
/** A single letter is never misspelt. */
const shortest = 2;

/**
 * The words of a text whose spelling is asked about, by the rules of the preflight (`renderer/src/preflight/spelling/misspelt.ts`):
 * no addresses, figures, acronyms and names, which are words with a capital inside a sentence. Pure.
 */
export function wordsIn(text: string): Word[] {
  const plain = text.replace(addresses, (address) => ' '.repeat(address.length));
  return [...plain.matchAll(wordPattern)].flatMap(({ 0: found, index }): Word[] => {
    const word = found.replaceAll('\u00ad', '');
    if (isLeftAlone(word)) return [];
    const isInside = !startsSentence.test(plain.slice(Math.max(0, index - lookBack), index));
    if (/^\p{Lu}/u.test(word) && isInside) return [];
    return [{ word, from: index, to: index + found.length }];
  });
}

function isLeftAlone(word: string): boolean {
  return (
    word.length < shortest ||
    word.length > longestWordAsked ||
    /\p{N}/u.test(word) ||
    !/\p{Script=Latin}/u.test(word) ||
    /\p{L}\p{Lu}/u.test(word)
  );
}
