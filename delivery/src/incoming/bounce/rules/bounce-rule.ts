import type { Severity } from '../classification';

/** Language of the words a rule knows. `any`: codes and names that are the same everywhere. */
type RuleLanguage =
  'any' | 'en' | 'fr' | 'de' | 'es' | 'pt' | 'it' | 'nl' | 'ru' | 'ja' | 'zh' | 'ar' | 'pl' | 'tr';

/**
 * One thing that reports say, and what it means for the address. The name is permanent: it stands in logs, in the
 * ledger and in the reasons people are shown.
 */
export interface TextRule {
  name: string;
  severity: Severity;
  language: RuleLanguage;
  /** Matched against one line of text. Gaps are bounded and nothing is nested, so it is linear in the text. */
  pattern: RegExp;
  /** Why these words mean that. */
  why: string;
  /** Weaker than a status that names the reason, because servers use these words for more than one thing. */
  isHint?: true;
  /** Applies to a 4xx answer as well, because waiting would not have helped. */
  isFinal?: true;
}

/** A sign of what kind of message this is; the name is permanent. */
export interface KindRule {
  name: string;
  pattern: RegExp;
  why: string;
}
