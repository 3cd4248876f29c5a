import type { IssueDetail, IssueSummary } from '../../../shared/desk';
import { languages } from '../../../shared/lists';
import { groupFindings } from './findings';
import { ownAllClear } from './review';
import type { Text } from './text';

/** A number with its issues, one for each language. */
export interface NumberInWork {
  number: number;
  issues: IssueSummary[];
}

/** How many numbers are shown as being worked on; the others are in the list. */
const mostShown = 2;

/** Numbers of which not every language is sent, the newest first, each with all of its issues. Pure. */
export function numbersInWork(issues: readonly IssueSummary[]): NumberInWork[] {
  const numbers = [...new Set(issues.map(({ number }) => number))];
  return numbers
    .map((number) => ({
      number,
      issues: languages.flatMap((language) =>
        issues.filter((issue) => issue.number === number && issue.language === language),
      ),
    }))
    .filter(({ issues: own }) => own.some(({ stage }) => stage !== 'sent'))
    .slice(0, mostShown);
}

type Judged = Pick<
  IssueDetail,
  | 'stage'
  | 'edition'
  | 'review'
  | 'obstacles'
  | 'findings'
  | 'may'
  | 'approvalBar'
  | 'hold'
  | 'waiting'
  | 'campaign'
>;

/** What a person could do now to take an issue further; null while it is somebody else's task, or nobody's. Pure. */
export function taskOf(issue: Judged): Text | null {
  const { stage, may, edition, obstacles, approvalBar, hold, waiting, review } = issue;
  const count = obstacles.length;
  if (stage === 'drafting' && may.edit && review?.ended?.because === 'sent-back')
    return { key: 'task.correct', values: { name: review.ended.by ?? '' } };
  const said = ownAllClear(review);
  if (stage === 'in-review' && review?.isAsked === true && !may.approve && !said?.isCurrent)
    return said === null
      ? { key: 'task.review', values: { name: review.by.name } }
      : { key: 'task.review.again' };
  if (stage === 'drafting' && may.edit)
    return edition === null || count > 0
      ? { key: 'task.complete', values: { count } }
      : { key: 'task.submit' };
  if (stage === 'in-review' && may.approve && approvalBar === null && count === 0)
    return review?.isAsked === true
      ? { key: 'task.approve.asked', values: { name: review.by.name } }
      : { key: 'task.approve' };
  if (stage === 'in-review' && may.edit && count > 0) return { key: 'task.complete', values: { count } };
  if (stage === 'approved' && may.send && hold === null) return { key: 'task.send' };
  if (stage === 'sent' && may.send && waiting !== null)
    return { key: 'task.waiting', values: { count: waiting.readers } };
  return null;
}

/** What is left to do in an issue, in a few words; once it is approved, who may not know where it stands; null for nothing. Pure. */
export function leftIn({
  stage,
  obstacles,
  findings,
  untold,
}: Pick<IssueDetail, 'stage' | 'obstacles' | 'findings' | 'untold'>): Text | null {
  if (stage !== 'drafting' && stage !== 'in-review') return untoldIn(untold);
  const warnings = groupFindings(findings).warnings.length;
  if (obstacles.length === 0 && warnings === 0) return { key: 'work.nothing-left' };
  return { key: 'work.left', values: { obstacles: obstacles.length, warnings } };
}

function untoldIn(untold: IssueDetail['untold']): Text | null {
  if (untold.some(({ isMine }) => isMine)) return { key: 'work.untold.mine' };
  return untold.length > 0 ? { key: 'work.untold.others', values: { count: untold.length } } : null;
}
