import type { Lexicon } from './lexicon';

/** A word that is not in the dictionary, with suggestions. */
interface Misspelt {
  word: string;
  suggestions: string[];
}

/** Bounded as addresses are: without an end, a long word without any is read again from each of its letters. */
const addresses =
  /[^\s@]{1,64}@\S+|\b(?:https?:\/\/|www\.)\S+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}\.[a-z]{2,}(?:\/\S*)?/giu;
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*/gu;
const startsSentence = /(?:^|[.!?…:«“"/]\s*)$/u;
const elided = new Set('l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu'.split(' '));
const mostSuggestions = 3;
/** Shorter words are one letter away from many others. */
const shortestSuggested = 4;
/** No word of these languages is longer; what is, somebody has leant on a key, or pasted a code. */
const longestWord = 60;
/** A longer one has thousands of neighbours, each of which is looked up. */
const longestSuggested = 30;
/** Words of one text that get suggestions. In a text with more, the language is wrong and not the spelling. */
const mostSuggestedFor = 30;
/** How far back the end of a sentence is looked for: only white space can stand between. */
const lookBack = 40;

/**
 * The misspelt words in a text. It is cautious, because people ignore a checker with false alarms. It skips addresses,
 * figures, acronyms (TPE, IMFs) and names, which are words with a capital inside a sentence. The first word of a sentence
 * has a capital anyway, so it only counts as misspelt if changing one letter gives a dictionary word.
 */
export function misspeltIn(text: string, lexicon: Lexicon): Misspelt[] {
  const plain = text.replaceAll('\u00ad', '').replace(addresses, (address) => ' '.repeat(address.length));
  const known = new Map<string, boolean>();
  const isOfLanguage = (word: string): boolean => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = isLeftAlone(word) || isKnown(word, lexicon);
    known.set(word, now);
    return now;
  };
  const slips = new Map<string, string[]>();
  const suggestionsFor = suggester(lexicon);
  for (const { 0: word, index } of plain.matchAll(wordPattern)) {
    if (slips.has(word) || isOfLanguage(word)) continue;
    const capital = /^\p{Lu}/u.test(word);
    if (capital && !startsSentence.test(plain.slice(Math.max(0, index - lookBack), index))) continue;
    const suggestions = suggestionsFor(word);
    if (!capital || suggestions.length > 0) slips.set(word, suggestions);
  }
  return [...slips].map(([word, suggestions]) => ({ word, suggestions }));
}

/**
 * The misspelt ones of some words, by the same rules. Whoever asks has taken them out of a text: one with a capital stands at the
 * beginning of a sentence.
 */
export function misspeltAmong(words: readonly string[], lexicon: Lexicon): string[] {
  const suggestionsFor = suggester(lexicon);
  return [...new Set(words)].filter(
    (word) =>
      !isLeftAlone(word) &&
      !isKnown(word, lexicon) &&
      (!/^\p{Lu}/u.test(word) || suggestionsFor(word).length > 0),
  );
}

/** What may be meant by one word, which keeps its capital and what is elided before it: “l’encors”, “l’encours”. */
export function suggestionsFor(word: string, lexicon: Lexicon): string[] {
  const { before, rest } = elision(word);
  const capital = /^\p{Lu}/u.test(rest);
  const found = suggest(rest, lexicon).map((one) =>
    capital ? one.charAt(0).toLocaleUpperCase() + one.slice(1) : one,
  );
  return [...new Set(found)].filter((one) => one !== rest).map((one) => before + one);
}

/** A word without what is elided before it: what a list of words has, “amanews” of “d’amanews”. */
export function withoutElision(word: string): string {
  return elision(word).rest;
}

function elision(word: string): { before: string; rest: string } {
  const [, letters = '', mark = '', after] = /^(\p{L}+)(['’])(.+)$/u.exec(word) ?? [];
  return after !== undefined && elided.has(letters.toLowerCase())
    ? { before: letters + mark, rest: after }
    : { before: '', rest: word };
}

/** Suggestions for the first words that are asked about; each is looked for once. */
function suggester(lexicon: Lexicon): (word: string) => string[] {
  const judged = new Map<string, string[]>();
  return (word) => {
    const before = judged.get(word);
    if (before !== undefined) return before;
    const now = judged.size < mostSuggestedFor ? suggest(word, lexicon) : [];
    judged.set(word, now);
    return now;
  };
}

function isLeftAlone(word: string): boolean {
  return (
    word.length < 2 ||
    word.length > longestWord ||
    /\p{N}/u.test(word) ||
    !/\p{Script=Latin}/u.test(word) ||
    /\p{L}\p{Lu}/u.test(word)
  );
}

/** Whether a word is known, as a whole or part by part: “l’encours”, “micro-entrepreneurs”. */
function isKnown(word: string, lexicon: Lexicon): boolean {
  if (lexicon.has(word)) return true;
  const { before, rest } = elision(word);
  if (before !== '') return isLeftAlone(rest) || isKnown(rest, lexicon);
  const parts = word.split(/[‑-]/u);
  return parts.length > 1 && parts.every((part) => isLeftAlone(part) || isKnown(part, lexicon));
}

/** Dictionary words one change away: a missing space, two letters swapped, one letter too many, wrong or missing. */
function suggest(word: string, lexicon: Lexicon): string[] {
  const lower = word.toLocaleLowerCase();
  const found = new Set<string>();
  const capital = lower.charAt(0).toLocaleUpperCase() + lower.slice(1);
  if (capital !== word && lexicon.has(capital)) found.add(capital);
  if (word.length < shortestSuggested || word.length > longestSuggested) return [...found];
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
