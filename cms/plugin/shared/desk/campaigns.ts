import { decisions, exclusionReasons } from '@nachra/delivery';
import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { campaignStatuses, decidableStates, deliveryStates } from '../lists';
import { countSchema, idSchema, instantSchema, searchSchema } from './wire-values';

export const deliveryStateSchema = z.enum(deliveryStates);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

export const campaignStatusSchema = z.enum(campaignStatuses);
export type CampaignStatus = z.infer<typeof campaignStatusSchema>;

/** Why a candidate was left out. */
export const exclusionReasonSchema = z.enum(exclusionReasons);
export type ExclusionReason = z.infer<typeof exclusionReasonSchema>;

export const campaignSummarySchema = z.strictObject({
  id: idSchema,
  issueNumber: z.int(),
  status: campaignStatusSchema,
  startAt: instantSchema,
  createdAt: instantSchema,
  createdBy: z.string(),
  /** Frozen recipients: the sum of `counts`, always. */
  recipients: countSchema,
  exclusions: countSchema,
  counts: z.record(deliveryStateSchema, countSchema),
});
export type CampaignSummary = z.infer<typeof campaignSummarySchema>;

export const campaignDetailSchema = campaignSummarySchema.extend({
  exclusionsByReason: z.array(z.strictObject({ reason: exclusionReasonSchema, count: countSchema })),
  /** Names of the mail servers that cannot be used for now, while the campaign runs. */
  serversAway: z.array(z.string()),
  /** Whether no mail server is left. */
  allServersAway: z.boolean(),
});
/** A campaign as the desk follows it: its summary, why candidates were left out, and mail servers that are away. */
export type CampaignDetail = z.infer<typeof campaignDetailSchema>;

/** A campaign to start: to whom, and when. */
export const campaignRequestSchema = z.object({
  listIds: z.array(idSchema).max(500).default([]),
  /** Saved segments, added to the lists; somebody in several is one candidate. */
  segmentIds: z.array(idSchema).max(500).default([]),
  /** Null for now. */
  startAt: instantSchema.nullable().default(null),
});
/** What starts a campaign, as it is sent: every part may be left out. `startAt` is an instant, ISO 8601. */
export type CampaignRequest = z.input<typeof campaignRequestSchema>;

/** Which deliveries of a campaign: of one state, with a part of the address. */
export const deliveryFilter = { state: deliveryStateSchema.optional(), search: searchSchema.optional() };

export const deliveryRowSchema = z.strictObject({
  id: idSchema,
  address: z.string(),
  language: languageSchema,
  state: deliveryStateSchema,
  attempts: countSchema,
  /** What became of it, in plain words of the person's language. */
  reason: z.string(),
  updatedAt: instantSchema,
});
/** One recipient of a campaign, with the state and the reason as a person reads them. */
export type DeliveryRow = z.infer<typeof deliveryRowSchema>;

/** What a person may say of deliveries that ended without a plain acceptance. */
export const decisionSchema = z.enum(decisions);
export type Decision = z.infer<typeof decisionSchema>;

/** A decision about some deliveries, or about all of one state (of which `search` takes a part). */
export const decisionRequestSchema = z.union([
  z.object({ decision: decisionSchema, deliveryIds: z.array(idSchema).min(1).max(1_000) }),
  z.object({
    decision: decisionSchema,
    state: z.enum(decidableStates),
    search: searchSchema.optional(),
  }),
]);
export type DecisionRequest = z.infer<typeof decisionRequestSchema>;

export const decisionResponseSchema = z.strictObject({
  changed: countSchema,
  /** Asked for, but left as they were: their state allows it no more, or the address must not be mailed. */
  unchanged: countSchema,
});
export type DecisionResponse = z.infer<typeof decisionResponseSchema>;
