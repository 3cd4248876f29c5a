import { findingKey, graveRules, maySetAside, type Finding, type IssueProblem } from '@nachra/renderer';
import type { Editable } from '../../../shared/desk';
import type { LocatedFinding, ObstacleFact, Place, ProblemKind } from '../common/obstacle';
import type { PictureAmiss } from './editions';
import { findingAnchor } from './finding-anchor';
import { findingCells } from './finding-cells';
import { placeOf } from './place-of';
import type { IssueDraft } from './to-issue';

/** The issue that places lie in, as its draft and as its document; an article's preview has no issue. */
interface LocatedIn {
  draft: IssueDraft;
  documentId: string | null;
}

/** What the contract found wrong, with its places in terms of the desk. Problems that are corrected alike are one obstacle. Pure. */
export function problemObstacles(problems: readonly IssueProblem[], located: LocatedIn): ObstacleFact[] {
  const told = new Set<string>();
  return problems.flatMap((problem): ObstacleFact[] => {
    const place = placeOf(problem.path, located.draft);
    const kind = kindOf(place, problem);
    const { area, heading, section, article, row, cell, field } = place;
    const more = kind === 'other' ? [problem.code, problem.values] : [];
    const key = JSON.stringify([area, heading ?? section, article, row, cell, field, kind, ...more]);
    if (told.has(key)) return [];
    told.add(key);
    const code = area === 'brand' ? 'brand-incomplete' : 'issue-invalid';
    return [{ code, place, kind, problem, editable: editableOf(place, located) }];
  });
}

/** Finds the places of findings, which the renderer gives as JSON paths. Pure. */
export function locateFindings(findings: readonly Finding[], located: LocatedIn): LocatedFinding[] {
  return findings.map((finding) => {
    const place = placeOf(finding.place, located.draft);
    return {
      key: findingKey(finding),
      anchor: findingAnchor(finding, located.draft),
      cells: findingCells(finding, located.draft),
      finding,
      mustAcknowledge: finding.severity === 'warning' && graveRules.includes(finding.rule),
      maySetAside: maySetAside(finding),
      setAside: null,
      place,
      editable: editableOf(place, located),
    };
  });
}

/** The findings of the preflight that forbid approval. Pure. */
export function findingObstacles(findings: readonly LocatedFinding[]): ObstacleFact[] {
  return findings
    .filter(({ finding }) => finding.severity === 'error')
    .map((located) => ({ code: 'finding-error', located }));
}

/** Pictures that readers might not get as they were approved, each by where it stands. Pure. */
export function pictureObstacles(amiss: readonly PictureAmiss[], located: LocatedIn): ObstacleFact[] {
  return amiss.map(({ path, address, reason }) => {
    const place = placeOf(path, located.draft);
    return { code: `picture-${reason}`, place, at: path, address, editable: editableOf(place, located) };
  });
}

/** What a person opens to mend what lies at a place; null when there is nothing to open. Pure. */
export function editableOf(
  { area, document }: Place,
  { documentId }: Pick<LocatedIn, 'documentId'>,
): Editable | null {
  if (document) return document;
  if (area === 'brand') return { type: 'brand' };
  return documentId === null ? null : { type: 'issue', documentId };
}

function kindOf({ field, value }: Place, { code }: IssueProblem): ProblemKind {
  if (code === 'too-much') return 'other';
  if (Array.isArray(value) && value.length === 0) return field === 'articles' ? 'no-articles' : 'no-entries';
  if (field === 'values' && Array.isArray(value)) return 'values';
  if (value === undefined || value === null || value === '') return 'missing';
  if (code === 'not-an-address' || code === 'not-a-picture-address') return 'address';
  return code === 'not-a-date' || code === 'ends-before-start' ? 'date' : 'other';
}
