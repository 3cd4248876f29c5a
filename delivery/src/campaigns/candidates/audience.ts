import type { Language } from '@nachra/renderer';

/** Somebody who may become a recipient, as the CMS knows her. Plain data. */
export interface Candidate {
  subscriberId: string;
  /** As stored; normalised here. */
  address: string;
  firstName?: string;
  language: Language;
  /** False while the person has not confirmed the subscription. */
  confirmed: boolean;
}

/**
 * Where candidates come from: an array, a generator, or a source that reads them as they are asked for. It is read once, to
 * its end.
 */
export type CandidateSource = AsyncIterable<Candidate> | Iterable<Candidate>;

/** Why an address must not be mailed. */
export const suppressionReasons = ['unsubscribed', 'bounced', 'complained', 'suppressed-by-hand'] as const;
/** One of {@link suppressionReasons}. */
export type SuppressionReason = (typeof suppressionReasons)[number];

/** Why a candidate was left out of a campaign. */
export const exclusionReasons = [
  ...suppressionReasons,
  'unconfirmed',
  'invalid-address',
  'duplicate-address',
] as const;
/** One of {@link exclusionReasons}. */
export type ExclusionReason = (typeof exclusionReasons)[number];

/** A candidate who was chosen, with the address in the form that enters the envelope. */
export interface Recipient {
  subscriberId: string;
  address: string;
  firstName?: string;
  language: Language;
}

/** A candidate left out, with the reason. */
export interface Exclusion {
  subscriberId: string;
  /** As stored, so that a person can find and mend it. */
  address: string;
  reason: ExclusionReason;
}

/** Everybody accounted for: `candidates` = `recipients.length` + `exclusions.length`. */
export interface AudiencePlan {
  candidates: number;
  recipients: Recipient[];
  exclusions: Exclusion[];
}

/** An audience in figures: `candidates` = `recipients` + the sum of `exclusions`. */
export interface AudienceCount {
  candidates: number;
  recipients: number;
  /** Recipients by their own language, which may have no edition. */
  byLanguage: { language: Language; recipients: number }[];
  /** Exclusions by reason, with a few addresses as stored: enough to recognise the case, not a list to copy. */
  exclusions: { reason: ExclusionReason; count: number; examples: string[] }[];
}
