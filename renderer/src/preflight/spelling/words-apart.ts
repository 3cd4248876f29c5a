import type { Language } from '../../contract/primitives';
import { dictionaryOf } from './dictionaries';
import { elision } from './elision';
import { misspeltAmong } from './misspelt';
import { withOwnWords, wordsOfNames } from './own-words';
import { suggestionsFor } from './suggestions';

/** What is right besides the words of a dictionary. */
interface OwnWords {
  /** The institution's list, one word each. */
  words: readonly string[];
  /** Names, whose words are right as well. */
  names: readonly string[];
}

/**
 * The misspelt ones of some words that were taken out of a text, by the rules and dictionaries of the preflight; for whoever shows them
 * while somebody writes. A word with a capital is taken for the first of a sentence; one inside a sentence is a name, and not to be asked
 * about. Nothing is misspelt in a language without a dictionary.
 *
 * @example await misspeltWords('fr', ['encours', 'encors'], { words: [], names: [] }) // ['encors']
 */
export async function misspeltWords(
  language: Language,
  words: readonly string[],
  own: OwnWords,
): Promise<string[]> {
  const lexicon = await lexiconOf(language, own);
  return lexicon === null ? [] : misspeltAmong(words, lexicon);
}

/** What may be meant by a misspelt word, the likeliest first; and the word as a list of words would have it. */
export async function spellingOf(
  language: Language,
  word: string,
  own: OwnWords,
): Promise<{ suggestions: string[]; entry: string }> {
  const lexicon = await lexiconOf(language, own);
  return { suggestions: lexicon === null ? [] : suggestionsFor(word, lexicon), entry: elision(word).rest };
}

async function lexiconOf(language: Language, { words, names }: OwnWords) {
  const dictionary = await dictionaryOf(language);
  return dictionary && withOwnWords(dictionary, [...words, ...wordsOfNames(names)]);
}
