import type { Language } from '../../../shared/desk';
import { namesOfForms } from '../../../shared/field-labels';
import { deskLanguageOf } from '../model/desk-language';
import { frenchSpaces } from '../model/french-spaces';
import { PLUGIN_ID } from '../plugin/plugin-id';
import { enumerations } from './enumerations';

type Catalogue = Record<string, string>;

const catalogues: Record<Language, () => Promise<{ default: Catalogue }>> = {
  fr: () => import('./fr.json'),
  ar: () => import('./ar.json'),
  en: () => import('./en.json'),
};

/** The desk's texts for each language of the admin; a language that the desk does not have reads English. */
export async function loadTexts({
  locales,
}: {
  locales: string[];
}): Promise<{ locale: string; data: Catalogue }[]> {
  return Promise.all(
    locales.map(async (locale) => {
      const language = deskLanguageOf(locale);
      const { default: texts } = await catalogues[language]();
      const own = prefixed(language === 'fr' ? spaced(texts) : texts);
      return { locale, data: { ...namesOfForms(language), ...enumerations[language], ...own } };
    }),
  );
}

function spaced(texts: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, frenchSpaces(text)]));
}

/** Strapi keeps the texts of all plugins in one catalogue. */
function prefixed(texts: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [`${PLUGIN_ID}.${key}`, value]));
}
