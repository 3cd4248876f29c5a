import { testFaults } from '@nachra/delivery';
import { directions, languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { stages } from '../stages';
import { campaignSummarySchema } from './campaigns';
import { editableSchema, findingSchema, obstacleSchema } from './findings';
import { journalPersonSchema } from './journal';
import { reviewSchema, untoldSchema } from './reviews';
import {
  countSchema,
  fourEyesSchema,
  hashSchema,
  idSchema,
  instantSchema,
  ledgerHoldSchema,
  typedAddressSchema,
} from './wire-values';

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
  /** The newest campaign that carries the issue's edition, with that edition's figures. */
  campaign: campaignSummarySchema.nullable(),
  /** The other campaigns that reached somebody, or may yet: the rest and corrections are campaigns of their own. */
  otherSends: z.strictObject({ sends: countSchema, accepted: countSchema }),
});
/** An issue as the list of issues shows it. */
export type IssueSummary = z.infer<typeof issueSummarySchema>;

export const editionSummarySchema = z.strictObject({
  /** The seal of edition and sender: what an approval names. */
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
  /** Where in the HTML pieces begin, in UTF-16 code units, and which place of the issue each is made of: for comments. */
  places: z.array(z.strictObject({ place: z.string(), offset: countSchema })),
  direction: z.enum(directions),
});
export type EditionPreview = z.infer<typeof editionPreviewSchema>;

/** Whom a mail comes from, as far as a reader sees it. */
export const senderSummarySchema = z.strictObject({
  name: z.string(),
  address: z.string(),
  replyTo: z.string().nullable(),
});

/** Who approved what, and what was taken note of. */
export const approvalSummarySchema = z.strictObject({
  hash: hashSchema,
  by: z.string(),
  at: z.string(),
  acknowledged: z.array(z.strictObject({ key: z.string(), rule: z.string(), by: z.string() })),
  /** How many warnings had been set aside with a reason; `findings` has who and why. */
  setAside: countSchema,
});

/** An issue whose approval a change would end, or that contains what would be deleted. */
export const endingSchema = z.strictObject({
  documentId: idSchema,
  number: z.int(),
  language: languageSchema,
  stage: stageSchema,
  /** When the send that would be cancelled is to leave; null when none is planned. */
  startAt: instantSchema.nullable(),
});
/** See {@link endingSchema}. */
export type Ending = z.infer<typeof endingSchema>;

/** What was written, as far as an approval can end by it. */
const changedThingSchema = z.strictObject({
  type: z.enum(['issue', 'article', 'dashboard', 'brand', 'picture']),
  /** Null where it has no title, as an issue. */
  title: z.string().nullable(),
  isDeleted: z.boolean(),
  /** Where it can be seen; null when there is nothing to open. */
  editable: editableSchema.nullable(),
  /** What the fields that changed are called, in the person's language; empty where that is not known. */
  fields: z.array(z.string()),
  /** The document and its revision of before, to compare what is there now with; null where there is nothing to compare. */
  before: z.strictObject({ documentId: idSchema, revision: z.int().min(1) }).nullable(),
});

/** An approval that did not last, and what became of the send. */
export const endedApprovalSchema = z.strictObject({
  /** Something was changed; or sending was released after a restore, so that nobody knows whether it was sent. */
  because: z.enum(['changed', 'released']),
  by: journalPersonSchema,
  at: instantSchema,
  /** Null where nothing is known of it: settings, or a change of before it was written down. */
  what: changedThingSchema.nullable(),
  /** The language whose approval ended: another one's takes along a send that carried both. */
  language: languageSchema,
  /** When the send that was cancelled by it was to leave; null when none was planned. */
  cancelled: instantSchema.nullable(),
});
export type EndedApproval = z.infer<typeof endedApprovalSchema>;

/** Other languages of the same number. */
export const siblingsSchema = z.array(
  z.strictObject({ documentId: idSchema, language: languageSchema, stage: stageSchema }),
);

export const issueDetailSchema = issueSummarySchema.extend({
  /** Null when the issue cannot be rendered yet; `obstacles` then says why. */
  edition: editionSummarySchema.nullable(),
  findings: z.array(findingSchema),
  obstacles: z.array(obstacleSchema),
  /** Whom the mail will come from; null while the brand does not say enough. */
  sender: senderSummarySchema.nullable(),
  approval: approvalSummarySchema.nullable(),
  /** How the last approval ended, or the send that was planned, other than by a person's word; null once that is done again. */
  ended: endedApprovalSchema.nullable(),
  /** Why the person who asks may not approve it although she has the right to; null when that is not so, or nobody approves it now. */
  approvalBar: z
    .strictObject({ code: z.literal('FOUR_EYES'), data: fourEyesSchema, message: z.string() })
    .nullable(),
  /** The last request for a review; null when nobody ever asked for one. */
  review: reviewSchema.nullable(),
  /** Who may not know where it stands now, although it concerns them. */
  untold: z.array(untoldSchema),
  /** Why nothing leaves from this installation until somebody decides; null when it may. */
  hold: ledgerHoldSchema.nullable(),
  siblings: siblingsSchema,
  campaigns: z.array(campaignSummarySchema),
  /** The correction that is being made, or was sent last; null when nothing of the issue was corrected. */
  correction: z
    .strictObject({ round: z.int(), reason: z.string(), by: z.string(), at: z.string() })
    .nullable(),
  /** Readers of this language who were left waiting for it, and whom they were chosen by; null when nobody waits. */
  waiting: z
    .strictObject({ readers: countSchema, listIds: z.array(idSchema), segmentIds: z.array(idSchema) })
    .nullable(),
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

/**
 * `hash` of the edition that the person saw; refused when the issue or its sender has changed since. `acknowledged` holds the
 * keys of the findings that must be acknowledged, `setAside` the ids of all that the person saw set aside.
 */
export const approveRequestSchema = z.object({
  hash: hashSchema,
  acknowledged: z.array(z.string().max(500)).max(1_000).default([]),
  setAside: z.array(z.int().min(1)).max(1_000).default([]),
});
/** The approval of one edition, by its hash. */
export type ApproveRequest = z.input<typeof approveRequestSchema>;

/** A correction starts with why: it stands on record, and beside the campaign that sends it. */
export const correctRequestSchema = z.object({ reason: z.string().trim().min(3).max(500) });
export type CorrectRequest = z.infer<typeof correctRequestSchema>;

/** A test is for a few pairs of eyes; a list is what campaigns are for. */
export const testSendRequestSchema = z.object({
  addresses: z.array(typedAddressSchema.trim().pipe(z.email())).min(1).max(10),
  /** Those among them that are nobody's of the house, and that somebody who may approve confirms. */
  confirmed: z.array(typedAddressSchema.trim()).max(10).default([]),
});
export type TestSendRequest = z.input<typeof testSendRequestSchema>;

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
