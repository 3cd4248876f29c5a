import type { Lexicon } from './lexicon';

/** A word that is not in the dictionary, with suggestions. */
interface Misspelt {
  word: string;
  suggestions: string[];
}

const addresses = /\S+@\S+|\b(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?/giu;
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*/gu;
const startsSentence = /(?:^|[.!?…:«“"/]\s*)$/u;
const elided = new Set('l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu'.split(' '));
const mostSuggestions = 3;
/** Shorter words are one letter away from many others. */
const shortestSuggested = 4;

/**
 * The misspelt words in a text. It is cautious, because people ignore a checker with false alarms. It skips addresses,
 * figures, acronyms (TPE, IMFs) and names, which are words with a capital inside a sentence. The first word of a sentence
 * has a capital anyway, so it only counts as misspelt if changing one letter gives a dictionary word.
 */
export function misspeltIn(text: string, lexicon: Lexicon): Misspelt[] {
  const plain = text.replaceAll('\u00ad', '').replace(addresses, (address) => ' '.repeat(address.length));
  const slips = [...plain.matchAll(wordPattern)].flatMap(({ 0: word, index }) => {
    if (isLeftAlone(word) || isKnown(word, lexicon)) return [];
    const capital = /^\p{Lu}/u.test(word);
    if (capital && !startsSentence.test(plain.slice(0, index))) return [];
    const suggestions = suggest(word, lexicon);
    return capital && suggestions.length === 0 ? [] : [{ word, suggestions }];
  });
  return slips.filter(({ word }, at) => slips.findIndex((other) => other.word === word) === at);
}

function isLeftAlone(word: string): boolean {
  return (
    word.length < 2 || /\p{N}/u.test(word) || !/\p{Script=Latin}/u.test(word) || /\p{L}\p{Lu}/u.test(word)
  );
}

/** Whether a word is known, as a whole or part by part: “l’encours”, “micro-entrepreneurs”. */
function isKnown(word: string, lexicon: Lexicon): boolean {
  if (lexicon.has(word)) return true;
  const [, before = '', after] = /^(\p{L}+)['’](.+)$/u.exec(word) ?? [];
  if (after !== undefined && elided.has(before.toLowerCase()))
    return isLeftAlone(after) || isKnown(after, lexicon);
  const parts = word.split(/[‑-]/u);
  return parts.length > 1 && parts.every((part) => isLeftAlone(part) || isKnown(part, lexicon));
}

/** Dictionary words one change away: a missing space, two letters swapped, one letter too many, wrong or missing. */
function suggest(word: string, lexicon: Lexicon): string[] {
  const lower = word.toLocaleLowerCase();
  const found = new Set<string>();
  const capital = lower.charAt(0).toLocaleUpperCase() + lower.slice(1);
  if (capital !== word && lexicon.has(capital)) found.add(capital);
  if (word.length < shortestSuggested) return [...found];
  for (const candidate of neighboursOf(lower)) {
    if (found.size === mostSuggestions) break;
    if (candidate.split(' ').every((part) => lexicon.has(part))) found.add(candidate);
  }
  return [...found];
}

function* neighboursOf(word: string): Generator<string> {
  const letters = 'esaitnrulodcmpévqfbghjàxyèêzwçûkîœâôùëï';
  const cuts = Array.from(
    { length: word.length + 1 },
    (_, at) => [word.slice(0, at), word.slice(at)] as const,
  );
  for (const [before, after] of cuts) if (before.length > 1 && after.length > 1) yield `${before} ${after}`;
  for (const [before, after] of cuts)
    if (after.length > 1) yield before + after.charAt(1) + after.charAt(0) + after.slice(2);
  for (const [before, after] of cuts) if (after !== '') yield before + after.slice(1);
  for (const [before, after] of cuts)
    if (after !== '') for (const letter of letters) yield before + letter + after.slice(1);
  for (const [before, after] of cuts) for (const letter of letters) yield before + letter + after;
}
