export {
  exclusionReasons,
  suppressionReasons,
  type AudiencePlan,
  type Candidate,
  type Exclusion,
  type ExclusionReason,
  type Recipient,
  type SuppressionReason,
} from './audience';
export { addressKey, domainOf, needsSmtpUtf8, normaliseAddress } from './email-address';
export {
  assertBalanced,
  countingInto,
  planAudience,
  sortCandidates,
  type SuppressionLookup,
} from './plan-audience';
