import type { Finding } from '../contract/finding';
import { exitCode } from './command';

/** Findings as a person reads them in a terminal: severity, place, what was found, what to do. */
export function findingsText(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ rule, severity, place, message, remedy }) =>
        `${severity.padEnd(7)} ${place}  [${rule}]\n        ${message}\n        ${remedy}\n`,
    )
    .join('');
}

/** “2 findings: 0 errors, 2 warnings”. */
export function findingsCount(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return `${many(findings.length, 'finding')}: ${many(errors, 'error')}, ${many(findings.length - errors, 'warning')}`;
}

/** The exit code that findings ask for. */
export function findingsExit(findings: readonly Finding[]): number {
  return findings.some(({ severity }) => severity === 'error') ? exitCode.findings : exitCode.fine;
}
