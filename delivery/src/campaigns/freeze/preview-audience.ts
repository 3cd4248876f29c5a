import type { Language } from '@nachra/renderer';
import {
  assertBalanced,
  audienceJudge,
  type AudienceCount,
  type AudiencePlan,
  type CandidateSource,
  type EditionsOnOffer,
  type ExclusionReason,
} from '../candidates';
import type { Ledger } from '../../ledger';
import { readSuppressions } from '../suppressions';
import { readHeldRounds } from './held-rounds';

/** A number, and the editions that it is to be sent in. */
export interface NumberOnOffer extends EditionsOnOffer {
  issueNumber: number;
}

/** Addresses that are shown for a reason. */
const exampleCount = 5;

/**
 * Who a campaign would go to at this moment, and who would be left out and why, person by person. Writes nothing. Holds all of
 * them in memory: {@link countAudience} does not.
 *
 * @throws {DeliveryError} `AUDIENCE_UNBALANCED`
 */
export async function previewAudience(ledger: Ledger, candidates: CandidateSource): Promise<AudiencePlan> {
  const plan: AudiencePlan = { candidates: 0, recipients: [], exclusions: [] };
  const judge = audienceJudge(await readSuppressions(ledger, ledger));
  for await (const candidate of candidates) {
    plan.candidates += 1;
    const verdict = judge(candidate);
    if (verdict.kind === 'recipient') plan.recipients.push(verdict.recipient);
    else plan.exclusions.push(verdict.exclusion);
  }
  assertBalanced(plan.candidates, plan.recipients.length, plan.exclusions.length);
  return plan;
}

/**
 * The same in figures, for a page: reads the source once and keeps nobody but the examples. Writes nothing.
 *
 * @param number what is sent: who has it, or waits for an edition, is left out; without it everybody gets her own language
 * @throws {DeliveryError} `AUDIENCE_UNBALANCED`
 */
export async function countAudience(
  ledger: Ledger,
  candidates: CandidateSource,
  number?: NumberOnOffer,
): Promise<AudienceCount> {
  const roundOf = number && (await readHeldRounds(ledger, number.issueNumber));
  const judge = audienceJudge(await readSuppressions(ledger, ledger), roundOf && { ...number, roundOf });
  const byLanguage = new Map<Language, { recipients: number; waiting: number }>();
  const countIn = (language: Language, kind: 'recipients' | 'waiting') => {
    const sums = byLanguage.get(language) ?? { recipients: 0, waiting: 0 };
    sums[kind] += 1;
    byLanguage.set(language, sums);
  };
  const byReason = new Map<ExclusionReason, { count: number; examples: string[] }>();
  let [asked, recipients, excluded] = [0, 0, 0];
  for await (const candidate of candidates) {
    asked += 1;
    const verdict = judge(candidate);
    if (verdict.kind === 'recipient') {
      recipients += 1;
      countIn(verdict.recipient.language, 'recipients');
      continue;
    }
    const { reason, address, language } = verdict.exclusion;
    if (reason === 'awaits-edition') countIn(language, 'waiting');
    const sum = byReason.get(reason) ?? { count: 0, examples: [] };
    excluded += 1;
    sum.count += 1;
    if (sum.examples.length < exampleCount) sum.examples.push(address);
    byReason.set(reason, sum);
  }
  assertBalanced(asked, recipients, excluded);
  return {
    candidates: asked,
    recipients,
    byLanguage: [...byLanguage].map(([language, sums]) => ({ language, ...sums })),
    exclusions: [...byReason].map(([reason, sum]) => ({ reason, ...sum })),
  };
}
