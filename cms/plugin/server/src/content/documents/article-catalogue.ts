import type { Core } from '@strapi/strapi';
import { articleKindSchema, languageSchema, type Language } from '@nachra/renderer';
import { z } from 'zod';
import type { ArticleChoice, Page, RequestOf } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { tableOf } from '../../common/table-of';
import { pictureOf, publishedRevisions, stateOf } from './composition';

const usageSchema = z.array(
  z.object({ article: z.string(), number: z.coerce.number(), language: languageSchema }),
);
type Usage = z.infer<typeof usageSchema>;

/** One page of the articles there are, the one changed last first, each with the issues that contain it. */
export async function pageOfArticles(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  { search, language, kind, unused, since, page, pageSize }: RequestOf<'listArticles'>['query'],
  defaultLanguage: Language,
): Promise<Page<ArticleChoice>> {
  const used = unused === 'yes' ? (await usages(strapi, null)).map(({ article }) => article) : [];
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
  const [published, places] = [await publishedRevisions(strapi, ids), await usages(strapi, ids)];
  const choices = rows.map((row) => ({
    documentId: row.documentId,
    title: z.string().catch('').parse(row['title']),
    kind: articleKindSchema.nullable().catch(null).parse(row['kind']),
    language: languageSchema.catch(defaultLanguage).parse(row['language']),
    author: z.string().nullable().catch(null).parse(row['author']),
    picture: thumbnailOf(row['images']),
    state: stateOf(row, published),
    updatedAt: String(row['updatedAt']),
    usedIn: places
      .filter(({ article }) => article === row.documentId)
      .map(({ number, language: inLanguage }) => ({ number, language: inLanguage })),
  }));
  return { rows: choices, page, pageSize, total: await documents.count({ filters }) };
}

const smallSchema = z.object({ formats: z.object({ thumbnail: z.object({ url: z.string() }) }) });

function thumbnailOf(images: unknown): ArticleChoice['picture'] {
  const picture = pictureOf(images);
  const url = smallSchema.safeParse([images].flat()[0]).data?.formats.thumbnail.url ?? picture?.url;
  return picture && url ? { url, alternativeText: picture.alternativeText } : null;
}

/** How Strapi joins what is joined, as far as it is named here: a relation by `inverseJoinColumn`, a dynamic zone by `morphColumn`. */
interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  morphColumn: { idColumn: { name: string }; typeColumn: { name: string } };
}

/**
 * Where articles stand, the newest issue first. Strapi's queries cannot ask for the owner of a component, so the tables are asked,
 * by the names that Strapi gives them.
 *
 * @param documentIds null for all articles
 */
async function usages(
  { db }: Pick<Core.Strapi, 'db'>,
  documentIds: readonly string[] | null,
): Promise<Usage> {
  if (documentIds?.length === 0) return [];
  const component = 'newsletter-section.articles';
  const joinOf = (uid: string, field: string): JoinTable =>
    (db.metadata.get(uid).attributes[field] as unknown as { joinTable: JoinTable }).joinTable;
  const [parts, links] = [joinOf(uids.issue, 'sections'), joinOf(component, 'articles')];
  const asked = db
    .connection(`${tableOf(db, uids.issue)} as issue`)
    .join(`${parts.name} as part`, `part.${parts.joinColumn.name}`, 'issue.id')
    .join(`${links.name} as link`, `link.${links.joinColumn.name}`, `part.${parts.morphColumn.idColumn.name}`)
    .join(`${tableOf(db, uids.article)} as article`, 'article.id', `link.${links.inverseJoinColumn.name}`)
    .where(`part.${parts.morphColumn.typeColumn.name}`, component)
    .distinct('article.document_id as article', 'issue.number as number', 'issue.language as language')
    .orderBy('issue.number', 'desc');
  if (documentIds !== null) void asked.whereIn('article.document_id', [...documentIds]);
  return usageSchema.parse(await asked);
}
