import { z } from 'zod';
import { RendererError } from '../../errors';
import { readEmailsJson } from './emails';
import type { Language } from '../../contract/primitives';
import { problemCodes, problemTypes } from '../../contract/problems';

const dictionary = z.record(z.string(), z.string());
const findingWords = z.strictObject({ message: z.string(), remedy: z.string() });

/** Every word the mail, its pages and its findings say by themselves, in one language: `emails/languages/<language>.json`. */
const wordsSchema = z.strictObject({
  /** BCP 47 locale by which figures are written. */
  locale: z.string(),
  percent: z.string(),
  figures: z.strictObject({
    /** What stands after a figure of a unit that is not written into the figure itself. */
    units: dictionary,
    /** A difference of percentages, by plural category (`Intl.PluralRules`); `other` where a category is left out. */
    points: dictionary,
    /** What the figures of a chart are written in, by unit: as they are, in thousands of it, in millions, in billions. */
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
  mail: dictionary,
  pages: dictionary,
  /** Link texts that say nothing by themselves, lower case. */
  vagueLinks: z.array(z.string()),
  languageName: z.string(),
  sampleReader: z.strictObject({ firstName: z.string(), address: z.string() }),
  findings: z.record(z.string(), findingWords),
  /** What is wrong with a field of an issue, by code, and the names of the types an author is told of. */
  problems: z.strictObject({
    sentences: z.record(z.enum(problemCodes), z.string()),
    types: z.record(z.enum(problemTypes), z.string()),
  }),
});

export type Words = z.infer<typeof wordsSchema>;

const cache = new Map<Language, Words>();

/**
 * The words of a language, read once a process.
 *
 * @throws {RendererError} code `WORDS_INVALID`: the language's file misses a word or has a wrong one
 */
export function wordsOf(language: Language): Words {
  const known = cache.get(language);
  if (known) return known;
  const file = `languages/${language}.json`;
  const result = wordsSchema.safeParse(readEmailsJson(file));
  if (!result.success) {
    throw new RendererError(
      'WORDS_INVALID',
      `emails/${file} is not complete: ${z.prettifyError(result.error)}`,
    );
  }
  cache.set(language, result.data);
  return result.data;
}

/** Has the words read anew when they are asked for next. */
export function forgetWords(): void {
  cache.clear();
}

/** Fills `{name}` in a sentence of the words. An unknown name stays visible, so that a slip is seen. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** One word of a dictionary. @throws {RendererError} code `WORDS_INVALID` when the language lacks it */
export function word(words: Record<string, string>, name: string): string {
  const found = words[name];
  if (found === undefined)
    throw new RendererError('WORDS_INVALID', `The languages have no word named “${name}”.`);
  return found;
}
