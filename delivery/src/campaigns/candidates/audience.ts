import type { Language } from '@nachra/renderer';

/** Somebody who may become a recipient, as the CMS knows her. Plain data. */
export interface Candidate {
  subscriberId: string;
  /** Who it is, where two subscribers may be one person; the subscriber herself where it is not given. At most 64 characters. */
  personId?: string;
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
  'duplicate-person',
  'has-number',
  'awaits-edition',
] as const;
/** One of {@link exclusionReasons}. */
export type ExclusionReason = (typeof exclusionReasons)[number];

/** A candidate who was chosen, with the address in the form that enters the envelope. */
export interface Recipient {
  subscriberId: string;
  personId: string;
  address: string;
  firstName?: string;
  language: Language;
  /** The language of the edition that she gets. */
  edition: Language;
}

/** A candidate left out, with the reason. */
export interface Exclusion {
  subscriberId: string;
  /** As stored, so that a person can find and mend it. */
  address: string;
  /** Her own. */
  language: Language;
  reason: ExclusionReason;
}

/** An audience in figures: `candidates` = `recipients` + the sum of `exclusions`. */
export interface AudienceCount {
  candidates: number;
  recipients: number;
  /**
   * Readers by their own language and the edition that they get, which need not be hers: a correction goes to whoever has what is
   * corrected. Null for those who wait for an edition; they are exclusions. The rows of one language follow each other.
   */
  byLanguage: { language: Language; edition: Language | null; readers: number }[];
  /** Exclusions by reason, with a few addresses as stored: enough to recognise the case, not a list to copy. */
  exclusions: { reason: ExclusionReason; count: number; examples: string[] }[];
}
