import { approvedStages } from '../../../../shared/stages';
import type { ContentTransactions } from '../../common/content-transactions';
import { Refusal } from '../../common/refusal';
import type { ApprovalStore } from '../../content/documents/approval-store';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';
import { hasDigest } from '../../editions/content-digest';
import type { Editions } from '../../editions/editions';
import type { StaleApproval } from './void-approval';

/** What approvals are compared with the content by. */
interface StaleDependencies {
  issues: Pick<IssueStore, 'head'>;
  records: Pick<ApprovalStore, 'standingHead'>;
  editions: Pick<Editions, 'sourcesOf'>;
}

/** Whether an issue stands as approved; one that is not there does not. */
export function isApproved(issue: IssueHead | null): boolean {
  return issue !== null && approvedStages.includes(issue.stage);
}

/**
 * Those of some approved issues whose approval is of other content than there is now, in the order in which they are locked. One that
 * somebody else has ended since they were read is not stale but over.
 */
export async function staleAmong(
  { issues, records, editions }: StaleDependencies,
  approved: readonly IssueHead[],
): Promise<StaleApproval[]> {
  const found: StaleApproval[] = [];
  for (const issue of [...approved].sort((a, b) => (a.documentId < b.documentId ? -1 : 1))) {
    const record = await records.standingHead(issue.documentId);
    if (record === null && !isApproved(await issues.head(issue.documentId))) continue;
    if (record === null || !(await hasContent(editions, issue.documentId, record.content)))
      found.push({ issue, approval: record?.name ?? null });
  }
  return found;
}

async function hasContent(
  editions: Pick<Editions, 'sourcesOf'>,
  documentId: string,
  content: string,
): Promise<boolean> {
  const sources = await editions.sourcesOf(documentId);
  return sources !== null && hasDigest(sources, content);
}

/**
 * Waits until nobody is saving, and looks once more whether an issue is what is about to be approved: a save that was under way has a
 * number in the journal that the approval would count as seen. Before anything is locked.
 *
 * @param content the digest of what was looked at
 * @throws {Refusal} `EDITION_CHANGED` when it is something else by now
 */
export async function assertContent(
  { editions, afterWriters }: Pick<StaleDependencies, 'editions'> & Pick<ContentTransactions, 'afterWriters'>,
  documentId: string,
  content: string,
): Promise<void> {
  await afterWriters();
  if (!(await hasContent(editions, documentId, content)))
    throw new Refusal('EDITION_CHANGED', { since: 'seen' });
}

/** Ends each of some approvals, whatever becomes of the others. @throws what kept the first of them from its end */
export async function voidEach(
  stale: readonly StaleApproval[],
  end: (one: StaleApproval) => Promise<void>,
): Promise<void> {
  const outcomes = [];
  for (const one of stale) outcomes.push(...(await Promise.allSettled([end(one)])));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
