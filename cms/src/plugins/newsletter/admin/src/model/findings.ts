import type { Finding } from '../../../shared/desk';

export interface FindingGroups {
  errors: Finding[];
  warnings: Finding[];
}

export function groupFindings(findings: Finding[]): FindingGroups {
  return {
    errors: findings.filter((finding) => finding.severity === 'error'),
    warnings: findings.filter((finding) => finding.severity === 'warning'),
  };
}
