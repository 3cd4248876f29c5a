export {
  decideHeldCampaign,
  readHolds,
  recordLostDecision,
  releaseLedger,
  type HeldCampaign,
} from './decide-held';
export { askForAttestation } from './attestation';
export { examineLedger, type Examination } from './examine-ledger';
export { fingerprintOf } from './fingerprint';
export { holdCarriedOver, holdRestored } from './hold-restored';
export { holdUnapproved } from './hold-unapproved';
export { openHeartbeat } from './heartbeat';
export { type CampaignHold, type HoldChoice, type LedgerHold } from './hold-codes';
export type { LedgerAnchor } from './hold-of';
export { markWitnessed, readTestimony, type Testimony, type WaitingCampaign } from './witnessing';
