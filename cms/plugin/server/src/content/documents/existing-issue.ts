import { Refusal } from '../../common/refusal';
import type { IssueHead } from './issue';
import type { IssueStore } from './issue-store';

/** Reads an issue that somebody asks for. @throws {Refusal} `ISSUE_UNKNOWN` */
export async function existingIssue(
  issues: Pick<IssueStore, 'head'>,
  documentId: string,
): Promise<IssueHead> {
  const issue = await issues.head(documentId);
  if (issue === null) throw issueUnknown();
  return issue;
}

/** The refusal of a request about an issue that does not exist, or no longer does. */
export function issueUnknown(): Refusal {
  return new Refusal('ISSUE_UNKNOWN', {});
}
