import { testFaults } from '@nachra/delivery';
import { directions, languageSchema, severitySchema } from '@nachra/renderer';
import { z } from 'zod';
import { stages } from '../stages';
import { campaignSummarySchema } from './campaigns';
import { countSchema, hashSchema, idSchema } from './wire-values';

export const stageSchema = z.enum(stages);

export const issueSummarySchema = z.strictObject({
  documentId: idSchema,
  number: z.int(),
  title: z.string(),
  subject: z.string(),
  language: languageSchema,
  stage: stageSchema,
  periodLabel: z.string(),
  /** A day, `YYYY-MM-DD`; empty while there is none. */
  publicationDate: z.string(),
  updatedAt: z.string(),
  /** The newest campaign of the issue's number, if there is one. */
  campaign: campaignSummarySchema.nullable(),
});
/** An issue as the list of issues shows it. */
export type IssueSummary = z.infer<typeof issueSummarySchema>;

/** What a person opens in the admin to fix something. */
export const editableSchema = z.union([
  z.strictObject({ type: z.literal('brand') }),
  z.strictObject({ type: z.enum(['issue', 'article', 'dashboard']), documentId: idSchema }),
]);
export type Editable = z.infer<typeof editableSchema>;

/** A result of the preflight, in the person's language. */
export const findingSchema = z.strictObject({
  rule: z.string(),
  severity: severitySchema,
  place: z.string(),
  /** Where it can be fixed; null when there is nothing to open. */
  editable: editableSchema.nullable(),
  message: z.string(),
  remedy: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A reason why approval is refused for now, in the person's language. */
export const obstacleSchema = z.strictObject({
  code: z.enum([
    'article-unpublished',
    'article-modified',
    'issue-invalid',
    'finding-error',
    'edition-changed',
    'brand-incomplete',
  ]),
  /** Title of the article or name of the field it is about. */
  subject: z.string(),
  message: z.string(),
  /** Where it can be fixed; null when there is nothing to open. */
  editable: editableSchema.nullable(),
});
export type Obstacle = z.infer<typeof obstacleSchema>;

export const editionSummarySchema = z.strictObject({
  hash: hashSchema,
  subject: z.string(),
  preheader: z.string(),
  sizeBytes: countSchema,
});
export type EditionSummary = z.infer<typeof editionSummarySchema>;

/** The edition filled for a sample reader; shown only in a sandboxed frame. */
export const editionPreviewSchema = editionSummarySchema.extend({
  html: z.string(),
  text: z.string(),
  direction: z.enum(directions),
});
export type EditionPreview = z.infer<typeof editionPreviewSchema>;

export const issueDetailSchema = issueSummarySchema.extend({
  /** Null when the issue cannot be rendered yet; `obstacles` then says why. */
  edition: editionSummarySchema.nullable(),
  findings: z.array(findingSchema),
  obstacles: z.array(obstacleSchema),
  approval: z.strictObject({ hash: hashSchema, by: z.string(), at: z.string() }).nullable(),
  /** Other languages of the same number. */
  siblings: z.array(z.strictObject({ documentId: idSchema, language: languageSchema, stage: stageSchema })),
  campaigns: z.array(campaignSummarySchema),
  /** What the signed-in person may do here, so that the desk shows no button that would be refused. */
  may: z.strictObject({
    edit: z.boolean(),
    approve: z.boolean(),
    send: z.boolean(),
    manageAudience: z.boolean(),
  }),
  publicUrl: z.string(),
});
/** An issue as its page shows it: its edition, what was found, what keeps it from being approved, and its campaigns. */
export type IssueDetail = z.infer<typeof issueDetailSchema>;

/** `hash` of the edition that the person saw; refused when the issue has changed since. */
export const approveRequestSchema = z.object({ hash: hashSchema });
/** The approval of one edition, by its hash. */
export type ApproveRequest = z.infer<typeof approveRequestSchema>;

/** A test is for a few pairs of eyes; a list is what campaigns are for. */
export const testSendRequestSchema = z.object({
  addresses: z.array(z.string().trim().pipe(z.email())).min(1).max(10),
});
export type TestSendRequest = z.infer<typeof testSendRequestSchema>;

export const testSendResponseSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      address: z.string(),
      accepted: z.boolean(),
      /** Why no server answered; null when one did. */
      fault: z.enum(testFaults).nullable(),
      /** The server's own words; empty when none answered. */
      reply: z.string(),
    }),
  ),
});
export type TestSendResponse = z.infer<typeof testSendResponseSchema>;
