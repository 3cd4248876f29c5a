import { articleKindSchema, languages, languageSchema } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../shared/uids';
import { Refusal } from '../common/refusal';

const articleRowSchema = z.object({
  documentId: z.string(),
  language: languageSchema,
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
  revision: z
    .number()
    .nullish()
    .transform((revision) => revision ?? 1),
  kind: articleKindSchema.nullish(),
  translationOf: z.string().nullish(),
  translatedRevision: z.number().nullish(),
});
/** An article as drafted, as far as its languages go. */
export type ArticleRow = z.infer<typeof articleRowSchema>;

type Documents = Pick<Core.Strapi, 'documents'>;

/** @throws {Refusal} `ARTICLE_UNKNOWN` */
export async function articleRow(strapi: Documents, documentId: string): Promise<ArticleRow> {
  const row = await strapi.documents(uids.article).findOne({ documentId, status: 'draft' });
  if (row === null) throw new Refusal('ARTICLE_UNKNOWN', {});
  return articleRowSchema.parse(row);
}

/** The documentId that an article and all its translations share. Pure. */
export function rootOf({ documentId, translationOf }: ArticleRow): string {
  return translationOf ?? documentId;
}

/** Everything that says the same as one of these, the originals among it where they are still there: the oldest first. */
export async function articlesOfRoots(strapi: Documents, roots: readonly string[]): Promise<ArticleRow[]> {
  if (roots.length === 0) return [];
  const named = { $in: [...roots] };
  const rows = await strapi.documents(uids.article).findMany({
    filters: { $or: [{ documentId: named }, { translationOf: named }] },
    status: 'draft',
    sort: ['id:asc'],
    limit: -1,
  } as never);
  return z.array(articleRowSchema).parse(rows);
}

export function inLanguageOrder(rows: readonly ArticleRow[]): ArticleRow[] {
  return languages.flatMap((language) => rows.filter((row) => row.language === language));
}

/** Whether the original was saved since its translation followed it. Pure. */
export function isOlderThan(translation: ArticleRow, original: ArticleRow | undefined): boolean {
  const { translatedRevision: followed } = translation;
  return (
    original !== undefined &&
    original !== translation &&
    typeof followed === 'number' &&
    original.revision > followed
  );
}
