import type { Finding, IssueProblem } from '@nachra/renderer';
import type { Obstacle } from '../../../shared/desk';
import { wordsOf, type DeskLanguage, type ProblemKind, type Words } from '../words';
import { placeOf, type Place } from './place-of';
import type { IssueDraft } from './to-issue';

/**
 * Puts what the contract found wrong into the words of the desk: the article's title, the label of the field as it
 * stands in the admin, and what is expected there. Pure. Several problems of one place are one obstacle.
 */
export function obstaclesOf(
  problems: readonly IssueProblem[],
  draft: IssueDraft,
  language: DeskLanguage,
): Obstacle[] {
  const words = wordsOf(language);
  const obstacles = problems.map((problem) => obstacleOf(problem, draft, words));
  return obstacles.filter(
    (obstacle, index) => obstacles.findIndex(({ message }) => message === obstacle.message) === index,
  );
}

/** The findings of the preflight that forbid approval, as obstacles. Their words are the renderer's. */
export function findingObstacles(findings: readonly Finding[]): Obstacle[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ place, message, remedy }) => ({
      code: 'finding-error',
      subject: place,
      message: `${message} ${remedy}`.trim(),
    }));
}

function obstacleOf(problem: IssueProblem, draft: IssueDraft, words: Words): Obstacle {
  const place = placeOf(problem.path, draft);
  const field = words.fields[fieldKey(place)] ?? place.field;
  return {
    code: place.area === 'brand' ? 'brand-incomplete' : 'issue-invalid',
    subject: place.article ?? field,
    message: words.fieldProblem({
      where: words.place(place),
      field,
      problem: words.expected[kindOf(place, problem)](problem.message),
    }),
  };
}

function kindOf({ field, value }: Place, { message }: IssueProblem): ProblemKind {
  if (Array.isArray(value) && value.length === 0) return 'no-entries';
  if (field === 'values' && Array.isArray(value)) return 'values';
  if (value === undefined || value === null || value === '') return 'missing';
  if (/absolute address/.test(message)) return 'address';
  return /date|day/.test(message) ? 'date' : 'other';
}

/** A few names mean different fields of the admin, by where they stand. */
function fieldKey({ area, field, article }: Place): string {
  if (area === 'brand' && field === 'title') return 'newsletterTitle';
  if (article !== undefined && field === 'date') return 'meetingDate';
  return field;
}
