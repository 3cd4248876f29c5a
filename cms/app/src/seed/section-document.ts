import type { Section } from '@nachra/renderer';

/** Makes or knows the documents a section links to, and says how they are linked. */
interface SectionDocuments {
  article(article: Extract<Section, { type: 'articles' }>['articles'][number]): Promise<string>;
  dashboard(dashboard: Extract<Section, { type: 'dashboard' }>['dashboard']): string;
}

/** A section of the contract as a part of the dynamic zone. Pictures are uploaded by hand: a sample holds only addresses. */
export async function sectionDocument(
  section: Section,
  documents: SectionDocuments,
): Promise<Record<string, unknown> | null> {
  const component = { __component: `newsletter-section.${section.type}` };
  switch (section.type) {
    case 'articles': {
      const articles: string[] = [];
      for (const article of section.articles) articles.push(await documents.article(article));
      return { ...component, heading: section.heading, layout: section.layout, articles };
    }
    case 'dashboard':
      return {
        ...component,
        heading: section.heading,
        dashboard: documents.dashboard(section.dashboard),
      };
    case 'agenda':
      return {
        ...component,
        heading: section.heading,
        entries: section.entries.map(({ start, end, ...entry }) => ({
          ...entry,
          startDate: start,
          endDate: end,
        })),
      };
    case 'text':
      return { ...component, heading: section.heading, body: section.body };
    case 'quote':
      return { ...component, text: section.text, attribution: section.attribution };
    case 'links':
      return { ...component, heading: section.heading, links: section.links };
    case 'image':
      return null;
  }
}
