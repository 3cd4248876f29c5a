import type { Editable, Finding } from '../../../shared/desk';
import { deskPath, editPath } from '../plugin/plugin-id';

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

/**
 * The page where something can be fixed: the composer of an issue, at the very field, else the content manager.
 *
 * @param composed the issue that the person may write, null for none
 * @param at the place as a path of the contract; empty where only the document is known
 */
export function pathTo(editable: Editable, composed: string | null = null, at = ''): string {
  if (composed !== null && editable.type !== 'brand')
    return deskPath.compose(composed, at === '' && editable.type === 'article' ? editable : { at });
  return editable.type === 'brand' ? editPath.brand : editPath[editable.type](editable.documentId);
}
