import type { Editable, Finding } from '../../../shared/desk';
import { editPath } from '../plugin/plugin-id';

interface FindingGroups {
  errors: Finding[];
  warnings: Finding[];
}

export function groupFindings(findings: Finding[]): FindingGroups {
  return {
    errors: findings.filter((finding) => finding.severity === 'error'),
    warnings: findings.filter((finding) => finding.severity === 'warning'),
  };
}

/** The page of the content manager where something can be fixed. */
export function pathTo(editable: Editable): string {
  return editable.type === 'brand' ? editPath.brand : editPath[editable.type](editable.documentId);
}
