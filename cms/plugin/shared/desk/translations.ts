import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { route } from './describe-route';
import { idSchema, rowNumberSchema } from './wire-values';

/** An article of a group in one language. */
const translatedArticleSchema = z.strictObject({
  documentId: idSchema,
  language: languageSchema,
  /** Empty while nobody has written one. */
  title: z.string(),
  /** The original's revision that this translation holds; null for the original, and where nobody has said it. */
  seen: z.int().nullable(),
  /** Fields of the original that were changed since; null where it was changed and nobody remembers how. */
  changed: z.array(z.string()).nullable(),
});
/** See {@link translatedArticleSchema}. */
export type TranslatedArticle = z.infer<typeof translatedArticleSchema>;

const articleTranslationsSchema = z.strictObject({
  documentId: idSchema,
  language: languageSchema,
  /** What the others translate; null where it was deleted. */
  original: z.strictObject({ documentId: idSchema, revision: z.int() }).nullable(),
  /** All languages there are, this article among them. */
  articles: z.array(translatedArticleSchema),
  missing: z.array(languageSchema),
});
/** An article in all its languages. */
export type ArticleTranslations = z.infer<typeof articleTranslationsSchema>;

/** What is refused of translations. */
export const translationRefusals = {
  ARTICLE_UNKNOWN: { status: 404, data: z.strictObject({}) },
  /** There is another article in that language already. */
  TRANSLATION_TAKEN: { status: 409, data: z.strictObject({ language: languageSchema, title: z.string() }) },
} as const;

/** The routes of translations: see `routes.ts`. */
export const translationRoutes = {
  readTranslations: route({
    summary: 'An article in its other languages, and which of them are behind',
    answer: articleTranslationsSchema,
    refusals: ['ARTICLE_UNKNOWN', 'DOCUMENT_FORBIDDEN'],
  }),
  beginTranslation: route({
    summary:
      'Make an article in another language, with the days and pictures of this one and nothing written',
    body: z.strictObject({ language: languageSchema }),
    answer: z.strictObject({ documentId: idSchema }),
    refusals: ['ARTICLE_UNKNOWN', 'TRANSLATION_TAKEN', 'DOCUMENT_FORBIDDEN'],
  }),
  linkTranslation: route({
    summary: 'Say which article this one translates, or that it translates none',
    body: z.strictObject({ original: idSchema.nullable() }),
    answer: articleTranslationsSchema,
    refusals: ['ARTICLE_UNKNOWN', 'TRANSLATION_TAKEN', 'DOCUMENT_FORBIDDEN'],
  }),
  settleTranslation: route({
    summary: 'Say that this translation holds what its original says at a revision',
    body: z.strictObject({ revision: rowNumberSchema }),
    answer: articleTranslationsSchema,
    refusals: ['ARTICLE_UNKNOWN', 'DOCUMENT_FORBIDDEN'],
  }),
};
