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
  /** Tested on text on one line. Gaps are bounded, nothing is nested: linear in the text. */
  pattern: RegExp;
  /** Why these words mean that. */
  why: string;
  /** Weaker than a status that names the reason: words that machines use for more than one thing. */
  isHint?: true;
  /** Holds for a 4xx answer that was given up on, too: no waiting would have helped. */
  isFinal?: true;
}

/** A sign of what kind of message this is; the name is permanent. */
export interface KindRule {
  name: string;
  pattern: RegExp;
  why: string;
}
