import { z } from 'zod';
import { longestWordAsked, mostWordsAsked, spelledLanguages } from '../spelling-lists';
import { route } from './describe-route';

/** One word as it stands in a text: letters, marks and figures, perhaps with apostrophes and hyphens inside. */
const wordSchema = z
  .string()
  .max(longestWordAsked)
  .regex(/^[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*$/u);

const languageOfWords = { language: z.enum(spelledLanguages) };

/** What is refused of words. */
export const spellingRefusals = {
  /** The institution has no texts in that language, where its words would stand. */
  WORDS_HOMELESS: { status: 409, data: z.strictObject(languageOfWords) },
  /** The list of the institution's words is as long as it may be. */
  WORDS_FULL: { status: 409, data: z.strictObject({ limit: z.int() }) },
} as const;

/** The routes of spelling, for whoever writes: see `routes.ts`. */
export const spellingRoutes = {
  lookUpWords: route({
    summary: 'Which of these words are misspelt, by the dictionary and the words of the house',
    body: z.strictObject({
      ...languageOfWords,
      /** One with a capital is taken for the first of a sentence: inside one it is a name, and not asked about. */
      words: z.array(wordSchema).min(1).max(mostWordsAsked),
    }),
    /** Null where too many were asked about in a short time: they are to be asked about again. */
    answer: z.strictObject({ misspelt: z.array(z.string()).nullable() }),
    refusals: ['DOCUMENT_FORBIDDEN'],
  }),
  suggestWords: route({
    summary: 'What may be meant by a misspelt word',
    body: z.strictObject({ ...languageOfWords, word: wordSchema }),
    answer: z.strictObject({
      suggestions: z.array(z.string()),
      /** What would be added to the words of the house; null where the person may not, or they have no home in that language. */
      entry: z.string().nullable(),
    }),
    refusals: ['DOCUMENT_FORBIDDEN'],
  }),
  addWord: route({
    summary: 'Add a word to those of the house: it is right from now on, for everybody',
    body: z.strictObject({ ...languageOfWords, word: wordSchema }),
    answer: z.strictObject({ added: z.string() }),
    refusals: ['DOCUMENT_FORBIDDEN', 'WORDS_HOMELESS', 'WORDS_FULL'],
  }),
};
