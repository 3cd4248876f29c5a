import { z } from 'zod';
import { bodySchema } from './body';
import { dateSchema, imageSchema, linkUrlSchema, requiredText } from './primitives';

/** Where a story was first told. */
export const sourceSchema = z.strictObject({ name: requiredText, url: linkUrlSchema.optional() });

/** The one thing a reader is asked to do after reading. */
export const callToActionSchema = z.strictObject({ label: requiredText, url: linkUrlSchema });

const common = {
  /** Stable key of the article in its origin; names the place in findings and anchors. */
  id: z.string().optional(),
  title: requiredText,
  standfirst: z.string().optional(),
  body: bodySchema.default([]),
  images: z.array(imageSchema).default([]),
  source: sourceSchema.optional(),
  callToAction: callToActionSchema.optional(),
};

const editorialSchema = z.strictObject({
  kind: z.literal('editorial'),
  ...common,
  author: z.string().optional(),
});
const companyNewsSchema = z.strictObject({ kind: z.literal('company-news'), ...common });
const sectorNewsSchema = z.strictObject({ kind: z.literal('sector-news'), ...common });
const featureSchema = z.strictObject({ kind: z.literal('feature'), ...common });

/** An event has days, not hours: institutions announce fairs and campaigns; an hour belongs to the body. */
const eventSchema = z.strictObject({
  kind: z.literal('event'),
  ...common,
  start: dateSchema,
  end: dateSchema.optional(),
  place: z.string().optional(),
  /** “15e édition”: 15. */
  editionNumber: z.number().int().positive().optional(),
});

const governanceMeetingSchema = z.strictObject({
  kind: z.literal('governance-meeting'),
  ...common,
  governingBody: requiredText,
  date: dateSchema,
  place: z.string().optional(),
  chair: z.string().optional(),
  present: z.array(requiredText).default([]),
  decisions: z.array(requiredText).default([]),
});

export const articleSchema = z.discriminatedUnion('kind', [
  editorialSchema,
  governanceMeetingSchema,
  companyNewsSchema,
  eventSchema,
  sectorNewsSchema,
  featureSchema,
]);

export type Article = z.infer<typeof articleSchema>;
export type ArticleKind = Article['kind'];
export type GovernanceMeeting = z.infer<typeof governanceMeetingSchema>;
export type EventArticle = z.infer<typeof eventSchema>;
