import { namesOfForms } from '../../../shared/field-labels';
import { enumerations } from './enumerations';
import { frenchSpaces } from '../model/french-spaces';
import { PLUGIN_ID } from '../plugin/plugin-id';

type Catalogue = Record<string, string>;

const catalogues: Record<string, () => Promise<{ default: Catalogue }>> = {
  fr: () => import('./fr.json'),
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
      const load = catalogues[locale] ?? catalogues['en'];
      const texts = load ? (await load()).default : {};
      const values = enumerations[locale] ?? enumerations['en'];
      // English is what every language reads that is not French.
      const forms = namesOfForms(locale === 'fr' ? 'fr' : 'en');
      return { locale, data: { ...forms, ...values, ...prefixed(locale === 'fr' ? spaced(texts) : texts) } };
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
