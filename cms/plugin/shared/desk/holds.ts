import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { campaignHolds, holdChoices, lostChoices } from '../hold-lists';
import { campaignSummarySchema } from './campaigns';
import { stageSchema } from './issues';
import { journalPersonSchema } from './journal';
import { idSchema, instantSchema, ledgerHoldSchema } from './wire-values';

const heldCampaignSchema = campaignSummarySchema.extend({ hold: z.enum(campaignHolds) });
/** A campaign that waits for a person's decision. */
export type HeldCampaign = z.infer<typeof heldCampaignSchema>;

const lostSendSchema = z.strictObject({
  documentId: idSchema,
  number: z.int(),
  language: languageSchema,
  stage: stageSchema,
});
/** An issue that stands as scheduled or being sent, and of whose campaign the ledger knows nothing. */
export type LostSend = z.infer<typeof lostSendSchema>;

const madeDecisionSchema = z.strictObject({
  at: instantSchema,
  by: journalPersonSchema,
  choice: z.enum(holdChoices),
  number: z.int().nullable(),
  /** Of a campaign that is lost, which is decided for each issue; null of one that is known. */
  language: languageSchema.nullable(),
});
/** What somebody has decided since all sending is held. */
export type MadeDecision = z.infer<typeof madeDecisionSchema>;

export const holdsSchema = z.strictObject({
  /** Why all sending is held; null when it is not. */
  hold: ledgerHoldSchema.nullable(),
  heldAt: instantSchema.nullable(),
  /** When the backup was made that all of this comes from; null without one. */
  madeAt: instantSchema.nullable(),
  campaigns: z.array(heldCampaignSchema),
  lostSends: z.array(lostSendSchema),
  decisions: z.array(madeDecisionSchema),
});
/** What is held, why, and what waits for a decision. */
export type Holds = z.infer<typeof holdsSchema>;

export const holdDecisionSchema = z.object({ choice: z.enum(holdChoices) });
export const lostDecisionSchema = z.object({ choice: z.enum(lostChoices) });
