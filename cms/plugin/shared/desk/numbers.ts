import { languageSchema, sectionTypeSchema } from '@nachra/renderer';
import { z } from 'zod';
import { route } from './describe-route';
import { countSchema, idSchema } from './wire-values';

/** The highest number that another is made from, or that is made. */
export const mostNumber = 1_000_000;
const numberSchema = z.coerce.number().int().min(1).max(mostNumber);
const daySchema = z.iso.date();

/** What becomes of one section when a number is made from another. */
const carriedSectionSchema = z.strictObject({
  type: sectionTypeSchema,
  heading: z.string(),
  /** Articles, entries that are over, or a picture that is gone, which stay behind. */
  left: countSchema,
  /** Entries, links, figures or texts that go along. */
  kept: countSchema,
});
export type CarriedSection = z.infer<typeof carriedSectionSchema>;

/** Fields of an issue that a person has to write anew. */
const writtenFields = ['subject', 'preheader'] as const;

const proposedIssueSchema = z.strictObject({
  language: languageSchema,
  subject: z.string(),
  periodLabel: z.string(),
  toWrite: z.array(z.enum(writtenFields)),
  sections: z.array(carriedSectionSchema),
  /** Whether the other one's cover stays behind. */
  leavesCover: z.boolean(),
  /** The issue that there is already of this number in this language: it is not made again. */
  existing: idSchema.nullable(),
});

/** What is asked about a number before it is made. All that is missing is proposed. */
const proposalQuery = z.object({
  /** The number it is made from: the newest one if nothing is said, none for `blank`. */
  from: z.union([z.literal('blank'), numberSchema]).optional(),
  number: numberSchema.optional(),
  periodFrom: daySchema.optional(),
  periodTo: daySchema.optional(),
  publicationDate: daySchema.optional(),
});
export type ProposalQuery = z.infer<typeof proposalQuery>;

const newNumberShape = {
  /** The number it is made from; null for a blank one. */
  from: z.int().min(1).max(mostNumber).nullable(),
  number: z.int().min(1).max(mostNumber),
  periodFrom: daySchema,
  periodTo: daySchema,
  publicationDate: daySchema,
};

/** A dashboard that is copied, with a period that is to be filled in. */
const proposedDashboardSchema = z.strictObject({
  title: z.string(),
  period: z.string(),
  /** The oldest period, which stays behind where there is no room for both. */
  leftOut: z.string().nullable(),
  /** Languages whose dashboards become one, since they differ by their texts alone. */
  joined: z.array(languageSchema),
  /** Whether the number has it already, since another language of it was prepared before: it is taken as it is. */
  isThere: z.boolean(),
});

/** A number as it would be made, language by language. Nothing is written by asking. */
const proposalSchema = z.strictObject({
  ...newNumberShape,
  /** Numbers that another can be made from, the newest first. */
  numbers: z.array(z.int()),
  issues: z.array(proposedIssueSchema),
  dashboards: z.array(proposedDashboardSchema),
});
export type Proposal = z.infer<typeof proposalSchema>;
export type ProposedIssue = z.infer<typeof proposedIssueSchema>;

/** A number to be made, in some languages. */
const numberRequestSchema = z
  .strictObject({ ...newNumberShape, languages: z.array(languageSchema).min(1) })
  .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, { path: ['periodTo'] });
export type NumberRequest = z.infer<typeof numberRequestSchema>;

/** The issues that were made. */
const numberResponseSchema = z.strictObject({
  number: z.int(),
  issues: z.array(z.strictObject({ documentId: idSchema, language: languageSchema })),
});

/** What is refused of numbers to be made. */
export const numberRefusals = {
  /** There is no such number to make another one from. */
  NUMBER_UNKNOWN: { status: 404, data: z.strictObject({ number: z.int() }) },
  /** The other number is there, but not in these languages. */
  NUMBER_UNTRANSLATED: {
    status: 404,
    data: z.strictObject({ number: z.int(), languages: z.array(languageSchema) }),
  },
  /** The number is there already, in these languages. */
  NUMBER_TAKEN: {
    status: 409,
    data: z.strictObject({ number: z.int(), languages: z.array(languageSchema) }),
  },
  /** Something in the other number would be refused in any save: it was stored past the checks, or before them. `sentence` names it. */
  NUMBER_UNFIT: { status: 409, data: z.strictObject({ number: z.int(), sentence: z.string() }) },
  /** Somebody who may not create issues, or the dashboards in them. */
  NUMBER_FORBIDDEN: { status: 403, data: z.strictObject({}) },
  /** A number copied in Strapi's own way, which keeps what was the other number's. */
  COPY_CLOSED: { status: 409, data: z.strictObject({}) },
} as const;

/** The routes that make numbers: see `routes.ts`. */
export const numberRoutes = {
  proposeNumber: route({
    summary: 'A number as it would be made, from another one or blank; writes nothing',
    query: proposalQuery,
    answer: proposalSchema,
    refusals: ['NUMBER_UNKNOWN'],
  }),
  prepareNumber: route({
    summary:
      'Make a number in some languages: the same sections, the days moved on, nothing of the other one in them',
    body: numberRequestSchema,
    answer: numberResponseSchema,
    refusals: ['NUMBER_UNKNOWN', 'NUMBER_UNTRANSLATED', 'NUMBER_TAKEN', 'NUMBER_UNFIT', 'NUMBER_FORBIDDEN'],
  }),
};
