import { DeliveryError } from '../../errors';
import type { Language } from '@nachra/renderer';
import { addressKey, normaliseAddress } from './email-address';
import { editionFor, type NumberTerms } from './number-terms';
import type {
  Candidate,
  CandidateSource,
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
 * duplicates. The reasons are tried in the order in which one would fix them: no address, suppressed, unconfirmed, has the
 * number, waits for her language's edition, duplicate.
 *
 * @returns the decision; it knows whom it chose before, so that one audience is decided by one of them
 */
function audienceJudge(
  suppressed: SuppressionLookup,
  terms?: NumberTerms,
): (candidate: Candidate) => Verdict {
  const taken = new Set<string>();
  const chosen = new Set<string>();
  return (candidate) => {
    const address = normaliseAddress(candidate.address);
    if (address === null) return { kind: 'exclusion', exclusion: exclusionOf(candidate, 'invalid-address') };
    const key = addressKey(address);
    const { subscriberId, personId = subscriberId } = candidate;
    const against = (reason: ExclusionReason): Verdict => ({
      kind: 'exclusion',
      exclusion: exclusionOf(candidate, reason),
    });
    const suppression = suppressed(key);
    if (suppression !== null) return against(suppression);
    if (!candidate.confirmed) return against('unconfirmed');
    const edition = terms ? editionFor(candidate, key, terms) : candidate.language;
    if (edition === 'has-number' || edition === 'awaits-edition') return against(edition);
    if (taken.has(key)) return against('duplicate-address');
    if (chosen.has(personId) || chosen.has(subscriberId)) return against('duplicate-person');
    taken.add(key);
    chosen.add(subscriberId).add(personId);
    return { kind: 'recipient', recipient: recipientOf(candidate, address, edition) };
  };
}

/** What is done with each verdict. A promise is waited for before the next candidate is read. */
interface VerdictTaker {
  recipient(recipient: Recipient): Promise<void> | void;
  exclusion(exclusion: Exclusion): Promise<void> | void;
}

/**
 * Judges an audience: reads the source once, and hands each candidate on as a recipient or an exclusion. It keeps nobody. That
 * nobody vanished on the way is for the caller to say, by {@link assertBalanced} and what it has counted or written.
 *
 * @param by.terms of the number that is sent; without them everybody gets an edition in her own language
 * @returns how many candidates there were
 */
export async function judgeAudience(
  candidates: CandidateSource,
  by: { suppressed: SuppressionLookup; terms?: NumberTerms },
  take: VerdictTaker,
): Promise<number> {
  const judge = audienceJudge(by.suppressed, by.terms);
  let count = 0;
  for await (const candidate of candidates) {
    count += 1;
    const verdict = judge(candidate);
    const taken =
      verdict.kind === 'recipient' ? take.recipient(verdict.recipient) : take.exclusion(verdict.exclusion);
    if (taken) await taken;
  }
  return count;
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

function exclusionOf(candidate: Candidate, reason: ExclusionReason): Exclusion {
  const { subscriberId, address, language } = candidate;
  return { subscriberId, address, language, reason };
}

function recipientOf(candidate: Candidate, address: string, edition: Language): Recipient {
  const { subscriberId, personId = subscriberId, language } = candidate;
  const firstName = candidate.firstName?.trim();
  const recipient = { subscriberId, personId, address, language, edition };
  return firstName ? { ...recipient, firstName } : recipient;
}
