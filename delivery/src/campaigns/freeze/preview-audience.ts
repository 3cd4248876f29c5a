import type { Language } from '@nachra/renderer';
import {
  assertBalanced,
  audienceJudge,
  type AudienceCount,
  type AudiencePlan,
  type CandidateSource,
  type ExclusionReason,
} from '../candidates';
import type { Ledger } from '../../ledger';
import { readSuppressions } from '../suppressions';

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
  const judge = audienceJudge(await readSuppressions(ledger));
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
 * @throws {DeliveryError} `AUDIENCE_UNBALANCED`
 */
export async function countAudience(ledger: Ledger, candidates: CandidateSource): Promise<AudienceCount> {
  const judge = audienceJudge(await readSuppressions(ledger));
  const byLanguage = new Map<Language, number>();
  const byReason = new Map<ExclusionReason, { count: number; examples: string[] }>();
  let [asked, recipients, excluded] = [0, 0, 0];
  for await (const candidate of candidates) {
    asked += 1;
    const verdict = judge(candidate);
    if (verdict.kind === 'recipient') {
      const { language } = verdict.recipient;
      recipients += 1;
      byLanguage.set(language, (byLanguage.get(language) ?? 0) + 1);
      continue;
    }
    const { reason, address } = verdict.exclusion;
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
    byLanguage: [...byLanguage].map(([language, count]) => ({ language, recipients: count })),
    exclusions: [...byReason].map(([reason, sum]) => ({ reason, ...sum })),
  };
}
