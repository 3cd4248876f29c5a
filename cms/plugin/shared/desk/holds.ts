import { languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { campaignHolds, holdChoices, lostChoices } from '../hold-lists';
import { campaignStatusSchema, campaignSummarySchema } from './campaigns';
import { stageSchema } from './issues';
import { journalPersonSchema } from './journal';
import { countSchema, idSchema, instantSchema, ledgerHoldSchema } from './wire-values';

const heldCampaignSchema = campaignSummarySchema.extend({
  hold: z.enum(campaignHolds),
  /** Of its editions: two campaigns of one number are told apart by them. */
  languages: z.array(languageSchema),
});
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
  /** Where the campaign stood: one that goes on goes on so. Null of one that is lost. */
  status: campaignStatusSchema.nullable(),
  number: z.int().nullable(),
  languages: z.array(languageSchema),
});
/** What somebody has decided since all sending is held. */
export type MadeDecision = z.infer<typeof madeDecisionSchema>;

const journalDifferenceSchema = z.strictObject({
  missing: countSchema,
  changed: countSchema,
  added: countSchema,
  /** Whether what was witnessed was changed too. */
  isForged: z.boolean(),
});

export const holdsSchema = z.strictObject({
  /** Why all sending is held; null when it is not. */
  hold: ledgerHoldSchema.nullable(),
  heldAt: instantSchema.nullable(),
  /** When the backup was made that all of this comes from; null without one. */
  madeAt: instantSchema.nullable(),
  /** How the journal differs from what is witnessed of it, where that is why; null otherwise. */
  journal: journalDifferenceSchema.nullable(),
  campaigns: z.array(heldCampaignSchema),
  lostSends: z.array(lostSendSchema),
  /** How many of both keep sending from being released. */
  undecided: countSchema,
  decisions: z.array(madeDecisionSchema),
});
/** What is held, why, and what waits for a decision. */
export type Holds = z.infer<typeof holdsSchema>;

export const holdDecisionSchema = z.object({ choice: z.enum(holdChoices) });
export const lostDecisionSchema = z.object({ choice: z.enum(lostChoices) });
