import { elision } from './elision';
import type { Lexicon } from './lexicon';
import { mayBeSuggestedFor, slipsIn, suggestedName } from './slips';

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
const mostSuggestions = 3;
/** No word of these languages is longer; what is, somebody has leant on a key, or pasted a code. */
const longestWord = 60;
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

/** Dictionary words one change away, the likeliest slips first. */
function suggest(word: string, lexicon: Lexicon): string[] {
  const found = suggestedName(word, lexicon);
  if (mayBeSuggestedFor(word))
    for (const candidates of slipsIn(word.toLocaleLowerCase())) addWords(found, candidates, lexicon);
  return [...found];
}

/** Adds those of some candidates that are words, until there are as many as are told. */
function addWords(found: Set<string>, candidates: Iterable<string>, lexicon: Lexicon): void {
  for (const candidate of candidates) {
    if (found.size >= mostSuggestions) return;
    if (candidate.split(' ').every((part) => lexicon.has(part))) found.add(candidate);
  }
}
