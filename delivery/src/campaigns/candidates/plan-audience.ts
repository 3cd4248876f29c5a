import { DeliveryError } from '../../errors';
import { addressKey, normaliseAddress } from './address';
import type {
  AudiencePlan,
  Candidate,
  Exclusion,
  ExclusionReason,
  Recipient,
  SuppressionReason,
} from './audience';

/** Looks an address up among the suppressions; the address is in the form of {@link addressKey}. */
export type SuppressionLookup = (address: string) => SuppressionReason | null;

export type Verdict =
  { kind: 'recipient'; recipient: Recipient } | { kind: 'exclusion'; exclusion: Exclusion };

/**
 * Decides over each candidate in turn, one verdict each, so that a million candidates never stand in memory at once.
 * Pure. The reasons are tried in the order a person would mend them: no address, suppressed, unconfirmed, duplicate.
 */
export function* sortCandidates(
  candidates: Iterable<Candidate>,
  suppressed: SuppressionLookup,
): Generator<Verdict> {
  const taken = new Set<string>();
  const chosen = new Set<string>();
  for (const candidate of candidates) {
    const address = normaliseAddress(candidate.address);
    if (address === null) {
      yield { kind: 'exclusion', exclusion: exclusionOf(candidate, 'invalid-address') };
      continue;
    }
    const key = addressKey(address);
    const reason = reasonAgainst(
      candidate,
      suppressed(key),
      taken.has(key) || chosen.has(candidate.subscriberId),
    );
    if (reason !== null) {
      yield { kind: 'exclusion', exclusion: exclusionOf(candidate, reason) };
    } else {
      taken.add(key);
      chosen.add(candidate.subscriberId);
      yield { kind: 'recipient', recipient: recipientOf(candidate, address) };
    }
  }
}

/**
 * Sorts candidates into recipients and exclusions. Pure.
 *
 * @throws {DeliveryError} `AUDIENCE_UNBALANCED` when the two do not add up to the candidates: nobody may vanish
 */
export function planAudience(candidates: Iterable<Candidate>, suppressed: SuppressionLookup): AudiencePlan {
  const plan: AudiencePlan = { candidates: 0, recipients: [], exclusions: [] };
  const counted = countingInto(candidates, () => (plan.candidates += 1));
  for (const verdict of sortCandidates(counted, suppressed)) {
    if (verdict.kind === 'recipient') plan.recipients.push(verdict.recipient);
    else plan.exclusions.push(verdict.exclusion);
  }
  assertBalanced(plan.candidates, plan.recipients.length, plan.exclusions.length);
  return plan;
}

/** @throws {DeliveryError} `AUDIENCE_UNBALANCED` unless candidates = recipients + exclusions */
export function assertBalanced(candidates: number, recipients: number, exclusions: number): void {
  if (candidates === recipients + exclusions) return;
  throw new DeliveryError(
    'AUDIENCE_UNBALANCED',
    { candidates, recipients, exclusions },
    `The audience does not add up: ${candidates} candidates, but ${recipients} recipients and ${exclusions} exclusions. ` +
      'Nothing was frozen. This is a fault of the program: please report it.',
  );
}

/** Passes candidates through and counts them, independently of what becomes of them. */
export function* countingInto<T>(items: Iterable<T>, count: () => void): Generator<T> {
  for (const item of items) {
    count();
    yield item;
  }
}

function reasonAgainst(
  candidate: Candidate,
  suppression: SuppressionReason | null,
  duplicate: boolean,
): ExclusionReason | null {
  if (suppression !== null) return suppression;
  if (!candidate.confirmed) return 'unconfirmed';
  return duplicate ? 'duplicate-address' : null;
}

function exclusionOf(candidate: Candidate, reason: ExclusionReason): Exclusion {
  return { subscriberId: candidate.subscriberId, address: candidate.address, reason };
}

function recipientOf(candidate: Candidate, address: string): Recipient {
  const { subscriberId, language } = candidate;
  const firstName = candidate.firstName?.trim();
  return firstName ? { subscriberId, address, firstName, language } : { subscriberId, address, language };
}
