import { DeliveryError } from '../../errors';
import { addressKey, normaliseAddress } from './email-address';
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

/** What is decided of one candidate. */
type Verdict = { kind: 'recipient'; recipient: Recipient } | { kind: 'exclusion'; exclusion: Exclusion };

/**
 * Decides on candidates one after another, one verdict each. It remembers only the keys of those who were chosen, to find
 * duplicates. The reasons are tried in the order in which one would fix them: no address, suppressed, unconfirmed, duplicate.
 *
 * @returns the decision; it knows whom it chose before, so that one audience is decided by one of them
 */
export function audienceJudge(suppressed: SuppressionLookup): (candidate: Candidate) => Verdict {
  const taken = new Set<string>();
  const chosen = new Set<string>();
  return (candidate) => {
    const address = normaliseAddress(candidate.address);
    if (address === null) return { kind: 'exclusion', exclusion: exclusionOf(candidate, 'invalid-address') };
    const key = addressKey(address);
    const isDuplicate = taken.has(key) || chosen.has(candidate.subscriberId);
    const reason = reasonAgainst(candidate, suppressed(key), isDuplicate);
    if (reason !== null) return { kind: 'exclusion', exclusion: exclusionOf(candidate, reason) };
    taken.add(key);
    chosen.add(candidate.subscriberId);
    return { kind: 'recipient', recipient: recipientOf(candidate, address) };
  };
}

/**
 * Sorts candidates into recipients and exclusions. Pure.
 *
 * @throws {DeliveryError} `AUDIENCE_UNBALANCED` when the two do not add up to the candidates: nobody may vanish
 */
export function planAudience(candidates: Iterable<Candidate>, suppressed: SuppressionLookup): AudiencePlan {
  const plan: AudiencePlan = { candidates: 0, recipients: [], exclusions: [] };
  const judge = audienceJudge(suppressed);
  for (const candidate of candidates) {
    plan.candidates += 1;
    const verdict = judge(candidate);
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
