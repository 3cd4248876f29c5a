import type { Finding, FindingValue } from '../contract/finding';
import type { Language } from '../contract/primitives';
import { RendererError } from '../errors';
import { fill, word, wordsOf, type Words } from '../view/emails/words';
import { dateInWords, datesInWords } from '../view/typography/write-dates';

/** A finding in a language. */
export interface FindingText {
  /** What is wrong. */
  message: string;
  /** How to fix it. */
  remedy: string;
}

/**
 * The sentences of a finding in the language of its reader, which may differ from the issue's.
 *
 * @throws {RendererError} code `WORDS_INVALID`: the language has no sentence for the rule, or its file is not complete
 * @example findingText(finding, 'fr').message
 */
export function findingText({ rule, values }: Finding, language: Language): FindingText {
  const words = wordsOf(language);
  const sentence = words.findings[rule];
  if (!sentence) {
    throw new RendererError(
      'WORDS_INVALID',
      `emails/languages/${language}.json has no sentence for the rule “${rule}”. Add it under “findings”.`,
    );
  }
  const written = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueText(value, words)]),
  );
  return { message: fill(sentence.message, written), remedy: sentence.remedy };
}

function valueText(value: FindingValue, words: Words): string {
  if (typeof value !== 'object') return String(value);
  if ('date' in value) return dateInWords(value.date, words);
  if ('from' in value) return datesInWords(value.from, value.to, words);
  if ('figure' in value) return figureText(value.figure, value.decimals, words);
  if ('language' in value) return languageText(value.language, words);
  if ('section' in value) return sectionText(value.section, words);
  if ('suggestions' in value) {
    return value.suggestions.length > 0 ? ` (${value.suggestions.join(', ')} ?)` : '';
  }
  if ('differing' in value) {
    return value.differing
      .map(({ one, other }) => `${isolated(one)} ≠ ${isolated(other)}`)
      .join(`${word(words.mail, 'semicolon')} `);
  }
  return value.unequal
    .map(
      ({ label, one, other, decimals }) =>
        `${label}${word(words.mail, 'colon')} ${figureText(one, decimals, words)} ≠ ${figureText(other, decimals, words)}`,
    )
    .join(`${word(words.mail, 'semicolon')} `);
}

/** An author's words, in their own order within a sentence of another direction; a dash where there are none. */
function isolated(written: string | null): string {
  return written === null ? '–' : `\u2068${written}\u2069`;
}

/** A language as the words call it. @example languageText('ar', wordsOf('fr')) // 'arabe' */
function languageText(language: Language, { locale }: Words): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}

function sectionText(section: { type: string; heading: string } | null, { sections }: Words): string {
  if (section === null) return word(sections, 'none');
  return section.heading === ''
    ? word(sections, section.type)
    : fill(word(sections, 'quoted'), { heading: section.heading });
}

/** A figure in the language's format, with at least the decimals of its row; a dash for a missing one. */
function figureText(value: number | null, decimals: number, { locale }: Words): string {
  if (value === null) return '–';
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 4),
  }).format(value);
}
