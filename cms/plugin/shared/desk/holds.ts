import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { campaignHolds, holdChoices, lostChoices } from '../hold-lists';
import { campaignSummarySchema } from './campaigns';
import { stageSchema } from './issues';
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

export const holdsSchema = z.strictObject({
  /** Why all sending is held; null when it is not. */
  hold: ledgerHoldSchema.nullable(),
  heldAt: instantSchema.nullable(),
  campaigns: z.array(heldCampaignSchema),
  lostSends: z.array(lostSendSchema),
});
/** What is held, why, and what waits for a decision. */
export type Holds = z.infer<typeof holdsSchema>;

export const holdDecisionSchema = z.object({ choice: z.enum(holdChoices) });
export const lostDecisionSchema = z.object({ choice: z.enum(lostChoices) });
