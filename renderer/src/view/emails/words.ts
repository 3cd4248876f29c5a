import { z } from 'zod';
import { RendererError } from '../../errors';
import { afterDe } from './after-de';
import { readEmailsJson } from './read-emails';
import type { Language } from '../../contract/primitives';
import { problemCodes, problemTypes } from '../../contract/problems';

const dictionary = z.record(z.string(), z.string());
const findingWords = z.strictObject({ message: z.string(), remedy: z.string() });

/** All text of the mail, the public pages and the findings that no author writes, in one language: `emails/languages/<language>.json`. */
const wordsSchema = z.strictObject({
  /** BCP 47 locale by which figures are written. */
  locale: z.string(),
  percent: z.string(),
  figures: z.strictObject({
    /** The text after a figure whose unit is not part of the figure itself. */
    units: dictionary,
    /** The difference of two percentages, by plural category (`Intl.PluralRules`); `other` where a category is left out. */
    points: dictionary,
    /** The scales of a chart's figures, by unit: ones, thousands, millions, billions. */
    scales: z.record(z.string(), z.array(z.string()).min(1)),
  }),
  months: z.array(z.string()).length(12),
  monthsShort: z.array(z.string()).length(12),
  dates: z.strictObject({
    firstOfMonth: z.string(),
    day: z.string(),
    sameMonth: z.string(),
    sameYear: z.string(),
    acrossYears: z.string(),
    until: z.string(),
  }),
  greeting: z.strictObject({ before: z.string(), after: z.string(), unnamed: z.string() }),
  /** Who signs an editorial: the sentence around a name, and the first words, in lower case, of a signature that is none. */
  byLine: z.strictObject({
    by: z.string(),
    /** Words that begin a function only with a capital: “Le directeur général” stands alone, “le directeur général” does not. */
    articles: z.array(z.string()),
    /** Functions and bodies without an article: “Directeur général”, “Rédaction”. */
    functions: z.array(z.string()),
  }),
  mail: dictionary,
  pages: dictionary,
  /** Link texts that say nothing out of context, in lower case. */
  vagueLinks: z.array(z.string()),
  languageName: z.string(),
  /** What a section is called that has no heading, by its type; `none` where there is none; `quoted` around a heading. */
  sections: dictionary,
  sampleReader: z.strictObject({ firstName: z.string(), address: z.string() }),
  findings: z.record(z.string(), findingWords),
  /** What is wrong with a field of an issue, by code, and the type names used in those sentences. */
  problems: z.strictObject({
    sentences: z.record(z.enum(problemCodes), z.string()),
    types: z.record(z.enum(problemTypes), z.string()),
  }),
});

export type Words = z.infer<typeof wordsSchema>;

const cache = new Map<Language, Words>();

/**
 * The words of a language, read once per process.
 *
 * @throws {RendererError} code `WORDS_INVALID`: the language's file is missing, is not JSON or lacks a word
 */
export function wordsOf(language: Language): Words {
  const known = cache.get(language);
  if (known) return known;
  const words = readEmailsJson(
    `languages/${language}.json`,
    wordsSchema,
    (message, options) => new RendererError('WORDS_INVALID', message, options),
  );
  cache.set(language, words);
  return words;
}

/** Makes the next call of {@link wordsOf} read the file again. */
export function forgetWords(): void {
  cache.clear();
}

/**
 * Fills `{name}` in a sentence of the words, and `{de name}` with the French “de” before it. An unknown name stays visible, so that a
 * typing error is noticed.
 */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(de )?(\w+)\}/g, (whole, de: string | undefined, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return de === undefined ? String(value) : afterDe(String(value));
  });
}

/** One word of a dictionary. @throws {RendererError} code `WORDS_INVALID` when the language lacks it */
export function word(words: Record<string, string>, name: string): string {
  const found = words[name];
  if (found === undefined)
    throw new RendererError(
      'WORDS_INVALID',
      `No language file in emails/languages has the word “${name}”. Add it under “mail” or “pages” in each of them.`,
    );
  return found;
}
