export {
  exclusionReasons,
  suppressionReasons,
  type AudienceCount,
  type Candidate,
  type CandidateSource,
  type Exclusion,
  type ExclusionReason,
  type Recipient,
  type SuppressionReason,
} from './audience';
export { addressKey, domainOf, needsSmtpUtf8, normaliseAddress, writtenAddressKey } from './email-address';
export { assertBalanced, judgeAudience, type SuppressionLookup } from './judge-audience';
export {
  raiseRound,
  type EditionsOnOffer,
  type MissingEdition,
  type NumberLookup,
  type NumberTerms,
} from './number-terms';
