import type { Language } from '../../../shared/desk';

/** The language in which the desk speaks to somebody whose admin is in this locale: English where it does not speak theirs. Pure. */
export function deskLanguageOf(locale: string): Language {
  const [language] = locale.split('-');
  return language === 'fr' || language === 'ar' ? language : 'en';
}

/**
 * The locale by which the desk writes numbers and days. Arabic is written as in the mails: the months of Morocco, and Western digits,
 * which `ar` alone does not have. Pure.
 */
export function writingLocaleOf(locale: string): string {
  return deskLanguageOf(locale) === 'ar' ? 'ar-MA-u-nu-latn' : locale;
}
