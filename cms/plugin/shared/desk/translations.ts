import { articleKindSchema, languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { articleStateSchema } from './composing';
import { route } from './describe-route';
import { articleFormSchema } from './forms';
import { countSchema, idSchema, rowNumberSchema } from './wire-values';

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

const writtenArticleSchema = z.strictObject({
  documentId: idSchema,
  language: languageSchema,
  revision: z.int().min(1),
  form: articleFormSchema,
});

const sideBySideSchema = z.strictObject({
  /** The article that is written. */
  article: writtenArticleSchema.extend({ state: articleStateSchema }),
  /** What it translates, as drafted; null where it translates nothing, or its original was deleted. */
  original: writtenArticleSchema.nullable(),
  /** The original as it was when the translation last followed it; null where it is so still, and where nobody remembers. */
  followed: articleFormSchema.nullable(),
  translations: articleTranslationsSchema,
  /** Whether the person may save it. */
  mayEdit: z.boolean(),
});
/** A translation beside its original: what is written with both in view begins from it. */
export type SideBySide = z.infer<typeof sideBySideSchema>;

/** How much one request may compare, in characters: more than the longest article and its translation. */
const mostCompared = 60_000;
const comparedTextSchema = z.strictObject({
  text: z.string(),
  /** Where its links lead. */
  links: z.array(z.string().max(3_000)).max(200).default([]),
});
const compareTextsSchema = z
  .strictObject({
    from: languageSchema,
    to: languageSchema,
    texts: z
      .array(
        z.strictObject({
          /** Names it in the answer. */
          key: z.string().max(100),
          original: comparedTextSchema,
          translation: comparedTextSchema,
        }),
      )
      .max(1_000),
  })
  .refine(
    ({ texts }) =>
      texts.reduce(
        (sum, { original, translation }) => sum + original.text.length + translation.text.length,
        0,
      ) <= mostCompared,
  );
export type CompareTexts = z.input<typeof compareTextsSchema>;

/** Something that a text and its translation do not say alike, in the words of each; null where one does not say it. */
const textDifferenceSchema = z.strictObject({
  key: z.string(),
  is: z.enum(['figure', 'date', 'address', 'name']),
  original: z.string().nullable(),
  translation: z.string().nullable(),
});
export type TextDifference = z.infer<typeof textDifferenceSchema>;

const namedArticleSchema = translatedArticleSchema.pick({ documentId: true, language: true, title: true });
/** What one language of a number has still to translate. */
const toTranslateSchema = z.strictObject({
  /** The issue of that language. */
  issue: idSchema,
  language: languageSchema,
  /** Articles of the other languages that this one lacks: the original, or what there is of it. */
  lacking: z.array(
    z.strictObject({
      article: namedArticleSchema,
      /** Its translation into this language, where there is one that the issue does not contain. */
      translation: namedArticleSchema.nullable(),
      /** Where it stands in the other language: the place of its section, counted from 0. */
      section: countSchema,
      /** What the article is; it belongs where others of its kind stand. */
      kind: articleKindSchema.nullable(),
    }),
  ),
  /** Translations in it whose original was changed since. */
  behind: z.array(namedArticleSchema),
});
export type ToTranslate = z.infer<typeof toTranslateSchema>;

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
  readSideBySide: route({
    summary: 'An article beside what it translates, and what of that was changed since',
    answer: sideBySideSchema,
    refusals: ['ARTICLE_UNKNOWN', 'DOCUMENT_FORBIDDEN'],
  }),
  compareTexts: route({
    summary: 'Figures, days, addresses and names that texts and their translations do not say alike',
    body: compareTextsSchema,
    answer: z.array(textDifferenceSchema),
  }),
  listToTranslate: route({
    summary: 'What each language of an issue’s number has still to translate',
    answer: z.array(toTranslateSchema),
    refusals: ['ISSUE_UNKNOWN', 'DOCUMENT_FORBIDDEN'],
  }),
  beginTranslation: route({
    summary:
      'Make an article in another language, with the days, pictures and persons of this one and nothing written',
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
