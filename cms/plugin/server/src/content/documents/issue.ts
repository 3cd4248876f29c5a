import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { articlePopulate, articleSchema } from './article';
import { stages } from '../../../../shared/stages';
import { bodyField, mediaSchema, nullableField, optionalField, textField } from './stored-fields';

const stageSchema = z.enum(stages);

const dashboardSchema = z.object({
  documentId: z.string(),
  title: textField,
  asOf: textField,
  /** `StoredFigures` (`content/figures/`), judged by the contract later on. */
  figures: z.unknown(),
});

const sectionSchema = z.discriminatedUnion('__component', [
  z.object({
    __component: z.literal('newsletter-section.articles'),
    heading: textField,
    layout: optionalField(z.string()),
    articles: z.array(articleSchema).default([]),
  }),
  z.object({
    __component: z.literal('newsletter-section.dashboard'),
    heading: textField,
    dashboard: dashboardSchema.nullish(),
  }),
  z.object({
    __component: z.literal('newsletter-section.agenda'),
    heading: textField,
    entries: z
      .array(
        z.object({
          title: textField,
          startDate: textField,
          endDate: textField,
          place: textField,
          url: textField,
        }),
      )
      .default([]),
  }),
  z.object({ __component: z.literal('newsletter-section.text'), heading: textField, body: bodyField }),
  z.object({ __component: z.literal('newsletter-section.quote'), text: textField, attribution: textField }),
  z.object({
    __component: z.literal('newsletter-section.image'),
    picture: mediaSchema.nullish(),
    framing: z.unknown().optional(),
    url: textField,
  }),
  z.object({
    __component: z.literal('newsletter-section.links'),
    heading: textField,
    links: z.array(z.object({ label: textField, url: textField, note: textField })).default([]),
  }),
]);
export type SectionDocument = z.infer<typeof sectionSchema>;

/** The last correction of an issue. */
export interface Correction {
  /** They are counted from 1. */
  round: number;
  reason: string;
  by: string;
  at: string;
  /** The issue's revision when it was begun: whoever takes it back asks what was changed since. */
  revision: number;
  /** The one that was sent before it. */
  before: Correction | null;
}

const correctionSchema: z.ZodType<Correction> = z.object({
  round: z.number(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  revision: z.number(),
  before: z.lazy(() => correctionSchema.nullable()),
});

/** An issue's own fields, without its sections: what lists and the stages need. */
export const issueHeadSchema = z.object({
  documentId: z.string(),
  number: z.number(),
  language: languageSchema,
  subject: textField,
  preheader: textField,
  periodLabel: textField,
  periodFrom: textField,
  periodTo: textField,
  publicationDate: textField,
  greeting: z
    .boolean()
    .nullish()
    .transform((greeting) => greeting ?? false),
  stage: stageSchema.nullish().transform((stage) => stage ?? 'drafting'),
  approvedHash: textField,
  approvedBy: textField,
  approvedAt: textField,
  sentAt: textField,
  correction: nullableField(correctionSchema),
  createdAt: textField,
  revision: z
    .number()
    .nullish()
    .transform((revision) => revision ?? 1),
  /** Names in the asset store of pictures on other servers, by their addresses; written when the issue is submitted. */
  pictureCopies: optionalField(z.record(z.string(), z.string())),
  /** The subject that the number was prepared with, as long as somebody has still to write one. */
  proposedSubject: textField,
  updatedAt: z.string(),
});
export type IssueHead = z.infer<typeof issueHeadSchema>;

/** `plugin::newsletter.issue` as loaded with {@link issuePopulate}. */
export const issueSchema = issueHeadSchema.extend({
  cover: mediaSchema.nullish(),
  /** How the cover is framed. */
  coverFraming: z.unknown().optional(),
  sections: z
    .array(sectionSchema)
    .nullish()
    .transform((sections) => sections ?? []),
});
export type IssueDocument = z.infer<typeof issueSchema>;

/** What to load with an issue: the one place that says it. A dynamic zone names each component it may hold. */
export const issuePopulate = {
  cover: true,
  sections: {
    on: {
      'newsletter-section.articles': { populate: { articles: { populate: articlePopulate } } },
      'newsletter-section.dashboard': { populate: { dashboard: true } },
      'newsletter-section.agenda': { populate: { entries: true } },
      'newsletter-section.text': true,
      'newsletter-section.quote': true,
      'newsletter-section.image': { populate: { picture: true } },
      'newsletter-section.links': { populate: { links: true } },
    },
  },
} as const;
