import {
  findingKey,
  findingText,
  graveRules,
  problemText,
  type Finding,
  type IssueProblem,
} from '@nachra/renderer';
import type { Editable, Finding as LocatedFinding, Obstacle } from '../../../shared/desk';
import { wordsOf, type DeskLanguage, type Place, type ProblemKind } from '../common/words/words-of';
import type { PictureAmiss } from './editions';
import { placeOf } from './place-of';
import type { IssueDraft } from './to-issue';

/**
 * Puts what the contract found wrong into the words of the desk: the article's title, the label of the field as it
 * stands in the admin, and what is expected there. Pure. Several problems of one place are one obstacle.
 */
export function obstaclesOf(
  problems: readonly IssueProblem[],
  { draft, documentId }: LocatedIn,
  language: DeskLanguage,
): Obstacle[] {
  const obstacles = problems.map((problem) => obstacleOf(problem, { draft, documentId }, language));
  return obstacles.filter(
    (obstacle, index) => obstacles.findIndex(({ message }) => message === obstacle.message) === index,
  );
}

/**
 * Writes findings for the desk: their places, which the renderer gives as JSON paths, in the words of the desk, and what was
 * found and how to fix it in the person's language. Pure.
 */
export function locateFindings(
  findings: readonly Finding[],
  { draft, documentId }: LocatedIn,
  language: DeskLanguage,
): LocatedFinding[] {
  const words = wordsOf(language);
  return findings.map((finding) => {
    const place = placeOf(finding.place, draft);
    const field = words.fields[fieldKey(place)];
    const where = words.place(place);
    return {
      key: findingKey(finding),
      rule: finding.rule,
      severity: finding.severity,
      mustAcknowledge: finding.severity === 'warning' && graveRules.includes(finding.rule),
      ...findingText(finding, language),
      place: field === undefined || field === where ? where : `${where}, ${field}`,
      editable: editableOf(place, documentId),
    };
  });
}

/** The findings of the preflight that forbid approval, as obstacles. Their words are the renderer's. */
export function findingObstacles(findings: readonly LocatedFinding[]): Obstacle[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ place, message, remedy, editable }) => ({
      code: 'finding-error',
      subject: place,
      message: `${message} ${remedy}`.trim(),
      editable,
    }));
}

/** Pictures that readers might not get as they were approved, each named by where it stands. */
export function pictureObstacles(
  amiss: readonly PictureAmiss[],
  { draft, documentId }: LocatedIn,
  language: DeskLanguage,
): Obstacle[] {
  const words = wordsOf(language);
  return amiss.map(({ path, address, reason }) => {
    const place = placeOf(path, draft);
    const subject = words.place(place);
    const code = `picture-${reason}` as const;
    const message = words.obstacles[code]({ where: subject, address });
    return { code, subject, message, editable: editableOf(place, documentId) };
  });
}

/** The issue that places lie in, as its draft and as its document; an article's preview has no issue. */
interface LocatedIn {
  draft: IssueDraft;
  documentId: string | null;
}

function editableOf({ area, document }: Place, documentId: string | null): Editable | null {
  if (document) return document;
  if (area === 'brand') return { type: 'brand' };
  return documentId === null ? null : { type: 'issue', documentId };
}

function obstacleOf(
  problem: IssueProblem,
  { draft, documentId }: LocatedIn,
  language: DeskLanguage,
): Obstacle {
  const words = wordsOf(language);
  const place = placeOf(problem.path, draft);
  const field = words.fields[fieldKey(place)] ?? place.field;
  return {
    code: place.area === 'brand' ? 'brand-incomplete' : 'issue-invalid',
    subject: place.article ?? field,
    message: words.fieldProblem({
      where: words.place(place),
      field,
      problem: words.expected[kindOf(place, problem)](problemText(problem, language)),
    }),
    editable: editableOf(place, documentId),
  };
}

function kindOf({ field, value }: Place, { code }: IssueProblem): ProblemKind {
  if (Array.isArray(value) && value.length === 0) return 'no-entries';
  if (field === 'values' && Array.isArray(value)) return 'values';
  if (value === undefined || value === null || value === '') return 'missing';
  if (code === 'not-an-address' || code === 'not-a-picture-address') return 'address';
  return code === 'not-a-date' || code === 'ends-before-start' ? 'date' : 'other';
}

/** A few names mean different fields of the admin, by where they stand. */
function fieldKey({ area, field, article }: Place): string {
  if (area === 'brand' && field === 'title') return 'newsletterTitle';
  if (article !== undefined && field === 'date') return 'meetingDate';
  return field;
}
