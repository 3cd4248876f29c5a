export {
  decideHeldCampaign,
  readHolds,
  recordLostDecision,
  releaseLedger,
  type HeldCampaign,
} from './decide-held';
export { examineLedger, type Examination } from './examine-ledger';
export {
  campaignHolds,
  holdChoices,
  ledgerHolds,
  type CampaignHold,
  type HoldChoice,
  type LedgerHold,
} from './hold-codes';
export type { LedgerAnchor } from './hold-of';
export { beat, markWitnessed, readTestimony, type Testimony, type WaitingCampaign } from './witnessing';
