import { findingText, type Finding, type FindingText, type Language } from '@nachra/renderer';

/** Findings as a person reads them in a language, in the order in which reports have their fields. */
export function written(
  findings: readonly Finding[],
  language: Language,
): (Pick<Finding, 'rule' | 'severity' | 'place'> & FindingText)[] {
  return findings.map((finding) => {
    const { rule, severity, place } = finding;
    return { rule, severity, place, ...findingText(finding, language) };
  });
}
