import { createIntl, useIntl, type IntlShape } from 'react-intl';

import type { Language } from '../../../shared/desk';
import { directions } from '../../../shared/lists';
import { deskLanguageOf, writingLocaleOf } from '../model/desk-language';

/** One of the desk's for each that Strapi has: what is made with it stays the same object from one rendering to the next. */
const known = new WeakMap<IntlShape, IntlShape>();

/** What Strapi's catalogue and `Intl` are asked with, in the numbers and days of the desk; nothing of the desk asks Strapi's own. */
export function useDeskIntl(): IntlShape {
  const intl = useIntl();
  const locale = writingLocaleOf(intl.locale);
  if (locale === intl.locale) return intl;
  const own = known.get(intl) ?? createIntl({ ...intl, locale });
  known.set(intl, own);
  return own;
}

/** The language in which the desk speaks now. */
export function useDeskLanguage(): Language {
  return deskLanguageOf(useIntl().locale);
}

/** How what the desk says is read; to be told to the parts of Strapi's design system that otherwise read from the left. */
export function useDeskDirection(): (typeof directions)[Language] {
  return directions[useDeskLanguage()];
}
