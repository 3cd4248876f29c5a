import type { Endings, RevisedType } from '../../../shared/desk';
import { approvedStages, lockedStages } from '../../../shared/stages';
import { mayWithdraw } from '../campaigns/approvals/may-withdraw';
import { whatEnds } from '../campaigns/approvals/questions';
import type { Person } from '../common/person';
import type { IssueHead } from '../content/documents/issue';
import type { Desk } from './desk';

/**
 * What a change to a document would end, told while its form is open: the approvals of the issues that contain it, by the rule by
 * which the save will be judged. An issue that readers are getting is named too, since its own form takes no change any more.
 */
export async function endingsOf(
  desk: Pick<Desk, 'issues' | 'records' | 'ledger' | 'now'>,
  { type, documentId }: { type: RevisedType; documentId: string },
  person: Person,
): Promise<Endings> {
  const concerned = await concernedBy(desk.issues, type, documentId);
  const told = concerned.filter(
    ({ stage }) => approvedStages.includes(stage) || (type === 'issue' && lockedStages.includes(stage)),
  );
  return Promise.all(
    told.map(async (issue) => ({
      ...(await whatEnds(desk, issue)),
      mayEnd: !lockedStages.includes(issue.stage) && mayWithdraw(person, issue),
    })),
  );
}

async function concernedBy(
  issues: Desk['issues'],
  type: RevisedType,
  documentId: string,
): Promise<IssueHead[]> {
  if (type === 'brand') return issues.inStages(approvedStages);
  if (type !== 'issue') return issues.holding([documentId]);
  const own = await issues.head(documentId);
  return own === null ? [] : [own];
}
