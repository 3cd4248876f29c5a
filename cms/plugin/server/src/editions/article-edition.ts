import type { Core } from '@strapi/strapi';
import { articlePopulate, articleSchema } from '../content/documents/article';
import { uids } from '../../../shared/uids';
import { aloneInMail, type AroundOne } from './alone-in-mail';
import type { Editions, IssueRendering } from './editions';

/** What an article's preview is made with. */
interface ArticlePreviewDependencies extends AroundOne {
  strapi: Pick<Core.Strapi, 'documents'>;
  editions: Pick<Editions, 'render'>;
}

/**
 * Renders one article as readers will see it: alone, in a mail of its own.
 *
 * @returns null when there is no such article, or no published version of it
 */
export async function articleEdition(
  { strapi, editions, ...around }: ArticlePreviewDependencies,
  documentId: string,
  version: 'draft' | 'published',
): Promise<Pick<IssueRendering, 'edition' | 'problems' | 'draft'> | null> {
  const row = await strapi
    .documents(uids.article)
    .findOne({ documentId, status: version, populate: articlePopulate });
  if (!row) return null;
  const article = articleSchema.parse(row);
  const { draft, brand } = await aloneInMail(around, {
    section: {
      __component: 'newsletter-section.articles',
      heading: undefined,
      layout: 'lead',
      articles: [article],
    },
    language: row['language'],
    subject: article.title,
    preheader: article.standfirst,
  });
  return { draft, ...(await editions.render(draft, brand.images)) };
}
