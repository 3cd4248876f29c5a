import { findingText, type Finding, type FindingText, type Language } from '@nachra/renderer';

/** Findings with their sentences in a language, with fields in the order of reports. */
export function written(
  findings: readonly Finding[],
  language: Language,
): (Pick<Finding, 'rule' | 'severity' | 'place'> & FindingText)[] {
  return findings.map((finding) => {
    const { rule, severity, place } = finding;
    return { rule, severity, place, ...findingText(finding, language) };
  });
}
