import type { Editable, Finding } from '../../../shared/desk';
import { editPath } from '../plugin/plugin-id';

interface FindingGroups {
  errors: Finding[];
  /** Those that nobody has set aside. */
  warnings: Finding[];
  setAside: Finding[];
}

export function groupFindings(findings: readonly Finding[]): FindingGroups {
  const open = findings.filter((finding) => finding.setAside === null);
  return {
    errors: open.filter((finding) => finding.severity === 'error'),
    warnings: open.filter((finding) => finding.severity === 'warning'),
    setAside: findings.filter((finding) => finding.setAside !== null),
  };
}

/** The page of the content manager where something can be fixed. */
export function pathTo(editable: Editable): string {
  return editable.type === 'brand' ? editPath.brand : editPath[editable.type](editable.documentId);
}
