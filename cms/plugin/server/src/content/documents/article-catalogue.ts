import type { Core } from '@strapi/strapi';
import { articleKindSchema, languageSchema, type Language } from '@nachra/renderer';
import { z } from 'zod';
import type { ArticleChoice, Page, RequestOf } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { pictureOf, publishedRevisions, stateOf } from './composition';
import { usages, usedIn } from './usages';

/** One page of the articles there are, the one changed last first, each with the issues that contain it. */
export async function pageOfArticles(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  { search, language, kind, unused, since, page, pageSize }: RequestOf<'listArticles'>['query'],
  defaultLanguage: Language,
): Promise<Page<ArticleChoice>> {
  const used =
    unused === 'yes' ? (await usages(strapi, 'article', null)).map(({ documentId }) => documentId) : [];
  const filters = {
    ...(search ? { $and: search.split(/\s+/).map((word) => ({ title: { $containsi: word } })) } : {}),
    ...(language ? { language } : {}),
    ...(kind ? { kind } : {}),
    ...(used.length > 0 ? { documentId: { $notIn: [...new Set(used)] } } : {}),
    ...(since ? { updatedAt: { $gte: `${since}T00:00:00.000Z` } } : {}),
  };
  const documents = strapi.documents(uids.article);
  const rows = (await documents.findMany({
    filters,
    sort: ['updatedAt:desc', 'id:desc'],
    populate: { images: true },
    start: (page - 1) * pageSize,
    limit: pageSize,
  })) as (Record<string, unknown> & { documentId: string })[];
  const ids = rows.map(({ documentId }) => documentId);
  const [published, places] = [await publishedRevisions(strapi, ids), await usages(strapi, 'article', ids)];
  const choices = rows.map((row) => ({
    documentId: row.documentId,
    title: z.string().catch('').parse(row['title']),
    kind: articleKindSchema.nullable().catch(null).parse(row['kind']),
    language: languageSchema.catch(defaultLanguage).parse(row['language']),
    author: z.string().nullable().catch(null).parse(row['author']),
    picture: thumbnailOf(row['images']),
    state: stateOf(row, published),
    updatedAt: String(row['updatedAt']),
    usedIn: usedIn(places, row.documentId),
  }));
  return { rows: choices, page, pageSize, total: await documents.count({ filters }) };
}

const smallSchema = z.object({ formats: z.object({ thumbnail: z.object({ url: z.string() }) }) });

function thumbnailOf(images: unknown): ArticleChoice['picture'] {
  const picture = pictureOf(images);
  const url = smallSchema.safeParse([images].flat()[0]).data?.formats.thumbnail.url ?? picture?.url;
  return picture && url ? { url, alternativeText: picture.alternativeText } : null;
}
