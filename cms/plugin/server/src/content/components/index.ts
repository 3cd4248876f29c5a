import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { withDefaultLanguage } from '../default-language';
import articleImageText from './article-image-text.json';
import articleLine from './article-line.json';
import brandWording from './brand-wording.json';
import agenda from './section/agenda.json';
import articles from './section/articles.json';
import dashboard from './section/dashboard.json';
import image from './section/image.json';
import links from './section/links.json';
import quote from './section/quote.json';
import text from './section/text.json';
import agendaEntry from './section-part/agenda-entry.json';
import link from './section-part/link.json';

/** Every component by category and name. Strapi refuses a second component of one name, so each category bears the plugin's. */
const categories: Record<string, Record<string, { attributes: object }>> = {
  'newsletter-article': { 'image-text': articleImageText, line: articleLine },
  'newsletter-brand': { wording: brandWording },
  'newsletter-section': { agenda, articles, dashboard, image, links, quote, text },
  'newsletter-section-part': { 'agenda-entry': agendaEntry, link },
};

/** Whether a component is one of the plugin's. */
export function isOwnComponent(uid: string): boolean {
  const [category = '', name = ''] = uid.split('.');
  return categories[category]?.[name] !== undefined;
}

interface ComponentRegistry {
  add(components: Record<string, object>): void;
}

/**
 * Gives the plugin's components to Strapi. A plugin has no place for components of its own: Strapi reads only the
 * application's folder (`loaders/components` of `@strapi/core`), so they are put into its registry in the shape that
 * this loader gives them. Must run in `register`: the models are built right after it.
 *
 * @param defaultLanguage what a field for a language holds until somebody chooses
 */
export function registerComponents(strapi: Core.Strapi, defaultLanguage: Language): void {
  const components = Object.entries(categories).flatMap(([category, members]) =>
    Object.entries(members).map(([modelName, schema]) => {
      const uid = `${category}.${modelName}`;
      return [
        uid,
        {
          ...structuredClone(schema),
          attributes: withDefaultLanguage(
            structuredClone<Record<string, object>>({ ...schema.attributes }),
            defaultLanguage,
          ),
          __schema__: structuredClone(schema),
          uid,
          category,
          modelType: 'component',
          modelName,
          globalId: `Component${pascalCase(uid)}`,
        },
      ] as const;
    }),
  );
  strapi.get<ComponentRegistry>('components').add(Object.fromEntries(components));
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|[^a-z])([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
