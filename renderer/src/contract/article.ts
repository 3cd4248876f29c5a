import { z } from 'zod';
import { bodySchema } from './body';
import { dateSchema, imageSchema, linkUrlSchema, plainText, requiredText } from './primitives';

/** Where a story was first published. */
const sourceSchema = z.strictObject({ name: requiredText, url: linkUrlSchema.optional() });

/** The link button below an article. */
const callToActionSchema = z.strictObject({ label: requiredText, url: linkUrlSchema });

const common = {
  /** Stable key of the article in the system it comes from. */
  id: plainText.optional(),
  /** The `id` of the article that this one translates, where its system knows it: the languages of an issue are compared by it. */
  translationOf: plainText.optional(),
  title: requiredText,
  standfirst: plainText.optional(),
  body: bodySchema.default([]),
  images: z.array(imageSchema).default([]),
  source: sourceSchema.optional(),
  callToAction: callToActionSchema.optional(),
};

const editorialSchema = z.strictObject({
  kind: z.literal('editorial'),
  ...common,
  author: plainText.optional(),
});
const companyNewsSchema = z.strictObject({ kind: z.literal('company-news'), ...common });
const sectorNewsSchema = z.strictObject({ kind: z.literal('sector-news'), ...common });
const featureSchema = z.strictObject({ kind: z.literal('feature'), ...common });

/** An event has days and no hours: institutions announce fairs and campaigns; an hour belongs in the body. */
const eventSchema = z.strictObject({
  kind: z.literal('event'),
  ...common,
  start: dateSchema,
  end: dateSchema.optional(),
  place: plainText.optional(),
  /** 15 for the “15e édition”. */
  editionNumber: z.number().int().positive().optional(),
});

const governanceMeetingSchema = z.strictObject({
  kind: z.literal('governance-meeting'),
  ...common,
  governingBody: requiredText,
  date: dateSchema,
  place: plainText.optional(),
  chair: plainText.optional(),
  present: z.array(requiredText).default([]),
  decisions: z.array(requiredText).default([]),
});

/** An article of one kind; the kind decides its fields. */
export const articleSchema = z.discriminatedUnion('kind', [
  editorialSchema,
  governanceMeetingSchema,
  companyNewsSchema,
  eventSchema,
  sectorNewsSchema,
  featureSchema,
]);

/** The kinds of article, in the order in which editors see them. */
export const articleKinds = articleSchema.options.map(({ shape }) => shape.kind.value);
/** One of {@link articleKinds}. */
export const articleKindSchema = z.enum(articleKinds);
/** An article of one kind, with defaults filled in. */
export type Article = z.infer<typeof articleSchema>;
/** One of {@link articleKinds}. */
export type ArticleKind = Article['kind'];
/** The facts of a meeting: governing body, day (`YYYY-MM-DD`), place, chair, people present, decisions. */
export type GovernanceMeeting = z.infer<typeof governanceMeetingSchema>;
/** An event with its first day and, if there are several, its last day (`YYYY-MM-DD`). */
export type EventArticle = z.infer<typeof eventSchema>;
