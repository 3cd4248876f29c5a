import { languageSchema } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { articlePopulate, articleSchema } from '../content/documents/article';
import type { BrandDocument } from '../content/documents/brand';
import { uids } from '../../../shared/uids';
import type { IssueStore } from '../content/documents/issue-store';
import type { Editions, IssueRendering } from './editions';
import { toArticle } from './to-article';
import { toMasthead, type IssueDraft, type MastheadSource } from './to-issue';

/** What an article's preview is made with. */
interface ArticlePreviewDependencies {
  strapi: Pick<Core.Strapi, 'documents'>;
  issues: Pick<IssueStore, 'inLanguage'>;
  editions: Pick<Editions, 'render'>;
  readBrand: () => Promise<BrandDocument>;
  publicUrl: string;
  now: () => Date;
}

/**
 * Renders one article as readers will see it: alone, under the masthead of the newest issue in its language (or of one
 * made up, where there is none yet).
 *
 * @returns null when there is no such article, or no published version of it
 */
export async function articleEdition(
  { strapi, issues, editions, readBrand, publicUrl, now }: ArticlePreviewDependencies,
  documentId: string,
  version: 'draft' | 'published',
): Promise<Pick<IssueRendering, 'edition' | 'problems' | 'draft'> | null> {
  const row = await strapi
    .documents(uids.article)
    .findOne({ documentId, status: version, populate: articlePopulate });
  if (!row) return null;
  const article = articleSchema.parse(row);
  const brand = await readBrand();
  const language = languageSchema.catch(brand.defaultLanguage).parse(row['language']);
  const [newest] = await issues.inLanguage(language);
  const masthead: MastheadSource = {
    ...mastheadOfToday(now()),
    ...(newest ? { number: newest.number, periodLabel: newest.periodLabel } : {}),
    ...(newest?.periodFrom && newest.periodTo
      ? { periodFrom: newest.periodFrom, periodTo: newest.periodTo }
      : {}),
    language,
    subject: article.title,
    preheader: article.standfirst,
  };
  const draft: IssueDraft = {
    masthead: toMasthead(masthead, brand, publicUrl),
    sections: [{ type: 'articles', layout: 'lead', articles: [toArticle(article, publicUrl)] }],
  };
  return { draft, ...(await editions.render(draft, brand.images)) };
}

function mastheadOfToday(now: Date): Omit<MastheadSource, 'language' | 'subject' | 'preheader'> {
  const today = now.toISOString().slice(0, 10);
  return {
    number: 1,
    periodLabel: today.slice(0, 7),
    periodFrom: today,
    periodTo: today,
    publicationDate: today,
    greeting: false,
  };
}
