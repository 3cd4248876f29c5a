import { isOfArticles } from './selection';
import type { KeyedSection } from '../drafts/drafts';

type Sections = readonly KeyedSection[];

/** Sections with one of them in another place. Pure. */
export function withSectionAt(sections: Sections, key: string, at: number): KeyedSection[] {
  const moved = sections.filter((section) => section.key === key);
  const rest = sections.filter((section) => section.key !== key);
  rest.splice(Math.max(0, Math.min(at, rest.length)), 0, ...moved);
  return rest;
}

/** Sections with an article taken from one of them and put into one at a place, counted without it. Pure. */
export function withArticleAt(
  sections: Sections,
  documentId: string,
  from: string,
  to: { key: string; at: number },
): KeyedSection[] {
  return sections.map((section) => {
    if (!isOfArticles(section)) return section;
    const articles =
      section.key === from ? section.articles.filter((one) => one !== documentId) : [...section.articles];
    if (section.key === to.key && !articles.includes(documentId)) articles.splice(to.at, 0, documentId);
    return { ...section, articles };
  });
}

/** One step up or down: within its section, and at its end into the next one that takes articles; null where there is none. Pure. */
export function articleStepped(
  sections: Sections,
  key: string,
  documentId: string,
  by: -1 | 1,
): KeyedSection[] | null {
  const ofArticles = sections.filter(isOfArticles);
  const at = ofArticles.findIndex((section) => section.key === key);
  const section = ofArticles[at];
  if (section === undefined) return null;
  const next = section.articles.indexOf(documentId) + by;
  if (next >= 0 && next < section.articles.length)
    return withArticleAt(sections, documentId, key, { key, at: next });
  const other = ofArticles[at + by];
  if (other === undefined) return null;
  const place = by === 1 ? 0 : other.articles.length;
  return withArticleAt(sections, documentId, key, { key: other.key, at: place });
}

/** Sections without an article in one of them. Pure. */
export function withoutArticle(sections: Sections, key: string, documentId: string): KeyedSection[] {
  return sections.map((section) =>
    section.key === key && isOfArticles(section)
      ? { ...section, articles: section.articles.filter((one) => one !== documentId) }
      : section,
  );
}

/** Whether a section is one of articles that has none, as a number is prepared with. */
export const hasNoArticles = (section: KeyedSection): boolean =>
  isOfArticles(section) && section.articles.length === 0;

/** Sections with more articles at the end of one. Pure. */
export function withArticles(
  sections: Sections,
  key: string,
  documentIds: readonly string[],
): KeyedSection[] {
  return sections.map((section) =>
    section.key === key && isOfArticles(section)
      ? {
          ...section,
          articles: [...section.articles, ...documentIds.filter((one) => !section.articles.includes(one))],
        }
      : section,
  );
}

/** The types of section, in the order in which they are offered. */
export const sectionComponents = [
  'newsletter-section.articles',
  'newsletter-section.dashboard',
  'newsletter-section.agenda',
  'newsletter-section.text',
  'newsletter-section.quote',
  'newsletter-section.image',
  'newsletter-section.links',
] as const;

/** A section in which nothing is written. @param key its name on the page, which no other one has */
export function newSection(component: KeyedSection['__component'], key: string): KeyedSection {
  switch (component) {
    case 'newsletter-section.articles':
      return { __component: component, key, heading: '', layout: 'list', articles: [] };
    case 'newsletter-section.dashboard':
      return { __component: component, key, heading: '', dashboard: null };
    case 'newsletter-section.agenda':
      return { __component: component, key, heading: '', entries: [] };
    case 'newsletter-section.text':
      return { __component: component, key, heading: '', body: [] };
    case 'newsletter-section.quote':
      return { __component: component, key, text: '', attribution: '' };
    case 'newsletter-section.image':
      return { __component: component, key, picture: null, url: '' };
    case 'newsletter-section.links':
      return { __component: component, key, heading: '', links: [] };
  }
}
