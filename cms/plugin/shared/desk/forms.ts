/**
 * What people write in the composer, field by field, by the names that Strapi stores them under. All fields may be missing: a form
 * that is sent holds what was changed. What a machine alone writes (stage, hash, who approved, when) is no field here, so nobody
 * can send it.
 */
import { articleKindSchema, articleLayouts, framingSchema } from '@nachra/renderer';
import { z } from 'zod';
import { isModestDashboard } from './modest';
import { idSchema, rowNumberSchema } from './wire-values';

/** Of one text; the save holds each field to the length of its column. */
const mostCharacters = 10_000;
const text = z.string().max(mostCharacters).nullish();
/** A day as somebody types it: the contract says whether it is one. */
const day = z.string().max(40).nullish();
/** Blocks, judged by the contract. */
const body = z.array(z.unknown()).max(5_000).nullish();
/** A component keeps the number it is stored under; a new one has none. */
const stored = { id: z.int().optional() };
export const lineFormSchema = z.strictObject({ ...stored, text });
/** How a picture is framed at one use; `of` is the address of the file that this was made for. */
const framingFormSchema = framingSchema.extend({ of: z.string().max(1_000).optional() }).nullish();
export type FramingForm = NonNullable<z.infer<typeof framingFormSchema>>;
/** What an article says of one of its images, and how it frames it. */
export const pictureTextFormSchema = z.strictObject({
  ...stored,
  alternativeText: text,
  caption: text,
  framing: framingFormSchema,
});
const lines = z.array(lineFormSchema).max(500).nullish();

/** A picture of the media library. The server takes its number alone and looks the file up. */
export const pictureFormSchema = z.strictObject({
  id: rowNumberSchema,
  name: z.string().nullish(),
  url: z.string().nullish(),
  alternativeText: z.string().nullish(),
  caption: z.string().nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
});
export type PictureForm = z.infer<typeof pictureFormSchema>;

export const articleFormSchema = z.strictObject({
  title: text,
  kind: articleKindSchema.nullish(),
  standfirst: text,
  body,
  images: z.array(pictureFormSchema).max(100).nullish(),
  /** What is said of each image in the article's language, in their order; what is empty reads as in the media library. */
  imageTexts: z.array(pictureTextFormSchema).max(100).nullish(),
  startDate: day,
  endDate: day,
  editionNumber: z.number().nullish(),
  place: text,
  governingBody: text,
  meetingDate: day,
  chair: text,
  present: lines,
  decisions: lines,
  sourceName: text,
  sourceUrl: text,
  author: text,
  callToActionLabel: text,
  callToActionUrl: text,
});
export type ArticleForm = z.infer<typeof articleFormSchema>;

export const dashboardFormSchema = z.strictObject({
  title: text,
  asOf: day,
  /** `{ periods, groups }` of the contract, judged by it. */
  figures: z.unknown().refine(isModestDashboard).optional(),
});
export type DashboardForm = z.infer<typeof dashboardFormSchema>;

export const entryFormSchema = z.strictObject({
  ...stored,
  title: text,
  startDate: day,
  endDate: day,
  place: text,
  url: text,
});
export const linkFormSchema = z.strictObject({ ...stored, label: text, url: text, note: text });
const part = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ __component: z.literal(`newsletter-section.${name}`), ...stored, ...shape });

export const sectionFormSchema = z.discriminatedUnion('__component', [
  part('articles', {
    heading: text,
    layout: z.enum(articleLayouts).nullish(),
    /** Their documents, in order. */
    articles: z.array(idSchema).max(200).default([]),
  }),
  part('dashboard', { heading: text, dashboard: idSchema.nullish() }),
  part('agenda', {
    heading: text,
    entries: z.array(entryFormSchema).max(500).default([]),
  }),
  part('text', { heading: text, body }),
  part('quote', { text, attribution: text }),
  part('image', { picture: pictureFormSchema.nullish(), framing: framingFormSchema, url: text }),
  part('links', {
    heading: text,
    links: z.array(linkFormSchema).max(500).default([]),
  }),
]);
export type SectionForm = z.infer<typeof sectionFormSchema>;

/** Of an article or a dashboard within one issue: each time it is laid out anew, so that a short request could ask for very much. */
const mostTimes = 4;
/** Articles and dashboards of one issue. */
const mostNamed = 500;

function isModest(sections: readonly SectionForm[]): boolean {
  const named = sections.flatMap((section) =>
    section.__component === 'newsletter-section.articles'
      ? section.articles
      : section.__component === 'newsletter-section.dashboard'
        ? (section.dashboard ?? [])
        : [],
  );
  const times = new Map<string, number>();
  for (const documentId of named) times.set(documentId, (times.get(documentId) ?? 0) + 1);
  return named.length <= mostNamed && [...times.values()].every((count) => count <= mostTimes);
}

export const issueFormSchema = z.strictObject({
  number: z.number().nullish(),
  subject: text,
  preheader: text,
  periodLabel: text,
  periodFrom: day,
  periodTo: day,
  publicationDate: day,
  greeting: z.boolean().nullish(),
  cover: pictureFormSchema.nullish(),
  coverFraming: framingFormSchema,
  sections: z.array(sectionFormSchema).max(200).refine(isModest).optional(),
});
export type IssueForm = z.infer<typeof issueFormSchema>;
