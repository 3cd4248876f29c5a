import { z } from 'zod';
import { articleSchema } from './article';
import { bodySchema } from './body';
import { dashboardSchema } from './dashboard';
import { dateSchema, imageSchema, linkUrlSchema, plainText, requiredText } from './primitives';

const heading = plainText.optional();

/** How a section of articles is laid out: the first one large, all in rows, or all as cards side by side. */
export const articleLayouts = ['lead', 'list', 'cards'] as const;

const articlesSchema = z.strictObject({
  type: z.literal('articles'),
  heading,
  layout: z.enum(articleLayouts).default('list'),
  articles: z.array(articleSchema).min(1),
});

const dashboardSectionSchema = z.strictObject({
  type: z.literal('dashboard'),
  heading,
  dashboard: dashboardSchema,
});

const agendaEntrySchema = z.strictObject({
  title: requiredText,
  start: dateSchema,
  end: dateSchema.optional(),
  place: plainText.optional(),
  url: linkUrlSchema.optional(),
});

/** Coming events without an article of their own. */
const agendaSchema = z.strictObject({
  type: z.literal('agenda'),
  heading,
  entries: z.array(agendaEntrySchema).min(1),
});

const textSchema = z.strictObject({ type: z.literal('text'), heading, body: bodySchema.min(1) });

const quoteSchema = z.strictObject({
  type: z.literal('quote'),
  text: requiredText,
  attribution: plainText.optional(),
});

const imageSectionSchema = z.strictObject({
  type: z.literal('image'),
  image: imageSchema,
  url: linkUrlSchema.optional(),
});

const linksSchema = z.strictObject({
  type: z.literal('links'),
  heading,
  links: z
    .array(z.strictObject({ label: requiredText, url: linkUrlSchema, note: plainText.optional() }))
    .min(1),
});

/** One part of an issue. Each type has a branch here, a component schema in the CMS and a template, all with the same name. */
export const sectionSchema = z.discriminatedUnion('type', [
  articlesSchema,
  dashboardSectionSchema,
  agendaSchema,
  textSchema,
  quoteSchema,
  imageSectionSchema,
  linksSchema,
]);

/** One part of an issue, with defaults filled in. */
export type Section = z.infer<typeof sectionSchema>;
/** One of {@link sectionTypes}. */
export type SectionType = Section['type'];
/** The types of section, in the order in which editors see them. */
export const sectionTypes = sectionSchema.options.map(({ shape }) => shape.type.value);
/** One of {@link sectionTypes}. */
export const sectionTypeSchema = z.enum(sectionTypes);
