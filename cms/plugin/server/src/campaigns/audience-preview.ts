import type { AudiencePlan, Language } from '@nachra/delivery';
import type { AudiencePreview, ExclusionReason } from '../../../shared/desk';

/** Addresses shown per reason: enough to recognise the case, not a list to copy. */
const exampleCount = 5;

/**
 * Counts a plan for the desk. Pure.
 *
 * @param languages those with an edition; everybody else gets the one of `defaultLanguage`
 */
export function previewOf(
  plan: AudiencePlan,
  languages: ReadonlySet<Language>,
  defaultLanguage: Language,
): AudiencePreview {
  const byLanguage = new Map<Language, number>();
  for (const recipient of plan.recipients) {
    const language = languages.has(recipient.language) ? recipient.language : defaultLanguage;
    byLanguage.set(language, (byLanguage.get(language) ?? 0) + 1);
  }
  const byReason = new Map<ExclusionReason, string[]>();
  for (const { reason, address } of plan.exclusions) {
    const addresses = byReason.get(reason);
    if (addresses) addresses.push(address);
    else byReason.set(reason, [address]);
  }
  return {
    candidates: plan.candidates,
    recipients: plan.recipients.length,
    byLanguage: [...byLanguage].map(([language, recipients]) => ({ language, recipients })),
    exclusions: [...byReason].map(([reason, addresses]) => ({
      reason,
      count: addresses.length,
      examples: addresses.slice(0, exampleCount),
    })),
  };
}
