import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { campaignRequestSchema, exclusionReasonSchema } from './campaigns';
import { countSchema, idSchema } from './wire-values';

export const listSummarySchema = z.strictObject({
  documentId: idSchema,
  name: z.string(),
  subscribers: countSchema,
});
/** A list of subscribers, and how many are on it now. */
export type ListSummary = z.infer<typeof listSummarySchema>;

/** A saved rule over the subscribers, and how many it holds now. */
export const segmentSummarySchema = listSummarySchema;
export type SegmentSummary = z.infer<typeof segmentSummarySchema>;

/** Lists and segments whose people are counted, without freezing anything. */
export const audienceRequestSchema = campaignRequestSchema.omit({ startAt: true });
export type AudienceRequest = z.input<typeof audienceRequestSchema>;

export const audiencePreviewSchema = z.strictObject({
  candidates: countSchema,
  recipients: countSchema,
  /**
   * Readers by their own language and that of the edition that they get; null where they wait for theirs. A language has several
   * rows where a correction goes to some of its readers in another language.
   */
  byLanguage: z.array(
    z.strictObject({ language: languageSchema, readers: countSchema, edition: languageSchema.nullable() }),
  ),
  /** The language whose edition may stand in for another; null while it has none itself. */
  defaultLanguage: languageSchema.nullable(),
  exclusions: z.array(
    z.strictObject({
      reason: exclusionReasonSchema,
      count: countSchema,
      /** A few of the addresses: enough to recognise the case, not a list to copy. */
      examples: z.array(z.string()),
    }),
  ),
});
export type AudiencePreview = z.infer<typeof audiencePreviewSchema>;
