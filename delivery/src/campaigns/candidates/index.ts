export {
  exclusionReasons,
  suppressionReasons,
  type AudienceCount,
  type AudiencePlan,
  type Candidate,
  type CandidateSource,
  type Exclusion,
  type ExclusionReason,
  type Recipient,
  type SuppressionReason,
} from './audience';
export { addressKey, domainOf, needsSmtpUtf8, normaliseAddress } from './email-address';
export { assertBalanced, audienceJudge, planAudience, type SuppressionLookup } from './plan-audience';
export type { EditionsOnOffer, MissingEdition, NumberTerms } from './number-terms';
