import type { Finding } from '../contract/finding';
import type { Language } from '../contract/primitives';
import { findingText } from '../preflight/finding-text';
import { exitCode } from './command';

/** Findings as text for a terminal: severity, place, what was found, what to do. */
export function findingsText(findings: readonly Finding[], language: Language): string {
  return findings
    .map((finding) => {
      const { message, remedy } = findingText(finding, language);
      return `${finding.severity.padEnd(7)} ${finding.place}  [${finding.rule}]\n        ${message}\n        ${remedy}\n`;
    })
    .join('');
}

/** “2 findings: 0 errors, 2 warnings”. */
export function findingsCount(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return `${many(findings.length, 'finding')}: ${many(errors, 'error')}, ${many(findings.length - errors, 'warning')}`;
}

/** The exit code for these findings. */
export function findingsExit(findings: readonly Finding[]): number {
  return findings.some(({ severity }) => severity === 'error') ? exitCode.findings : exitCode.fine;
}
