export { decideHeldCampaign, recordLostDecision, releaseLedger } from './decide-held';
export { askForAttestation } from './attestation';
export { examineLedger, type Examination } from './examine-ledger';
export { fingerprintOf } from './fingerprint';
export { journalDifferenceSchema, type JournalDifference } from './journal-difference';
export {
  compareJournal,
  holdJournal,
  journalHead,
  witnessEntries,
  type JournalSource,
} from './witness-journal';
export { holdCarriedOver, holdRestored } from './hold-restored';
export { holdCampaign } from './hold-campaign';
export { holdUnapproved } from './hold-unapproved';
export { readHolds, type HeldCampaign, type HoldDecision } from './read-holds';
export { campaignsAwaitingPictures, markPictures } from './look-at-pictures';
export { openHeartbeat } from './heartbeat';
export { type CampaignHold, type HoldChoice, type LedgerHold } from './hold-codes';
export type { LedgerAnchor } from './hold-of';
export {
  markWitnessed,
  readTestimony,
  witnessSessions,
  type Testimony,
  type WaitingCampaign,
} from './witnessing';
