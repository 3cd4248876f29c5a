import type { Language } from '@nachra/renderer';
import {
  assertBalanced,
  judgeAudience,
  type AudienceCount,
  type CandidateSource,
  type EditionsOnOffer,
  type ExclusionReason,
} from '../candidates';
import type { Ledger } from '../../ledger';
import { readSuppressions } from '../suppressions';
import { peopleIn, readHeldRounds, type PeopleToday } from './held-rounds';

/** A number, and the editions that it is to be sent in. */
export interface NumberOnOffer extends EditionsOnOffer {
  issueNumber: number;
  /** See `CampaignRequest.people`. */
  people?: PeopleToday | undefined;
}

/** Addresses that are shown for a reason. */
const exampleCount = 5;

/**
 * Whom a campaign would go to at this moment, and who would be left out and why, in figures: reads the source once and keeps nobody
 * but the examples. Writes nothing.
 *
 * @param number what is sent: who has it, or waits for an edition, is left out; without it everybody gets her own language
 * @throws {DeliveryError} `AUDIENCE_UNBALANCED`
 */
export async function countAudience(
  ledger: Ledger,
  candidates: CandidateSource,
  number?: NumberOnOffer,
): Promise<AudienceCount> {
  const people = peopleIn(candidates, number?.people);
  const heldBy = number && (await readHeldRounds(ledger, ledger, number.issueNumber, { people }));
  const suppressed = await readSuppressions(ledger, ledger);
  const byLanguage = new Map<Language, Map<Language | null, number>>();
  const countIn = (language: Language, edition: Language | null) => {
    const readers = byLanguage.get(language) ?? new Map<Language | null, number>();
    byLanguage.set(language, readers.set(edition, (readers.get(edition) ?? 0) + 1));
  };
  const byReason = new Map<ExclusionReason, { count: number; examples: string[] }>();
  let [recipients, excluded] = [0, 0];
  const asked = await judgeAudience(
    candidates,
    { suppressed, terms: heldBy && { ...number, heldBy } },
    {
      recipient({ language, edition }) {
        recipients += 1;
        countIn(language, edition);
      },
      exclusion({ reason, address, language }) {
        excluded += 1;
        if (reason === 'awaits-edition') countIn(language, null);
        const sum = byReason.get(reason) ?? { count: 0, examples: [] };
        sum.count += 1;
        if (sum.examples.length < exampleCount) sum.examples.push(address);
        byReason.set(reason, sum);
      },
    },
  );
  assertBalanced(asked, recipients, excluded);
  return {
    candidates: asked,
    recipients,
    byLanguage: [...byLanguage].flatMap(([language, editions]) =>
      [...editions].map(([edition, readers]) => ({ language, edition, readers })),
    ),
    exclusions: [...byReason].map(([reason, sum]) => ({ reason, ...sum })),
  };
}
