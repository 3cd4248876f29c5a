import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { textField } from '../content/documents/stored-fields';

/** Any part of a section as Strapi stores it: an id of its own, and what was written. */
const partSchema = z.looseObject({ id: z.unknown() });

/** A dashboard as a number has it: what is copied for the next one. */
const dashboardSchema = z.object({
  documentId: z.string(),
  title: z.string(),
  asOf: z.string(),
  figures: z.unknown(),
  /** The documentIds of the dashboards that it was made from when its number was prepared. */
  copiedFrom: z.array(z.string()).catch([]),
});
export type DashboardTemplate = z.infer<typeof dashboardSchema>;

/** One section of a number that another is made from, with what it is linked to. */
const templateSectionSchema = z.discriminatedUnion('__component', [
  z.object({
    __component: z.literal('newsletter-section.articles'),
    heading: textField,
    layout: z.string().nullish(),
    articles: z.array(z.object({ documentId: z.string() })).default([]),
  }),
  z.object({
    __component: z.literal('newsletter-section.dashboard'),
    heading: textField,
    dashboard: dashboardSchema.nullish(),
  }),
  z.object({
    __component: z.literal('newsletter-section.agenda'),
    heading: textField,
    entries: z.array(partSchema.extend({ startDate: z.string(), endDate: z.string().nullish() })).default([]),
  }),
  z.object({ __component: z.literal('newsletter-section.text'), heading: textField, body: z.unknown() }),
  z.object({ __component: z.literal('newsletter-section.quote'), text: textField, attribution: textField }),
  z.object({
    __component: z.literal('newsletter-section.image'),
    picture: z.object({ id: z.number() }).nullish(),
    framing: z.unknown().optional(),
    url: textField,
  }),
  z.object({
    __component: z.literal('newsletter-section.links'),
    heading: textField,
    links: z.array(partSchema).default([]),
  }),
]);
export type TemplateSection = z.infer<typeof templateSectionSchema>;

/** A number in one language, as far as the next one is made from it. Fields that were never filled in are undefined. */
export const templateSchema = z.object({
  documentId: z.string(),
  number: z.number(),
  language: languageSchema,
  subject: textField,
  preheader: textField,
  periodLabel: textField,
  periodFrom: textField,
  periodTo: textField,
  publicationDate: textField,
  greeting: z.boolean().nullish(),
  cover: z.object({ id: z.number() }).nullish(),
  sections: z
    .array(templateSectionSchema)
    .nullish()
    .transform((sections) => sections ?? []),
});
export type Template = z.infer<typeof templateSchema>;
