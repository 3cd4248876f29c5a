import type { CampaignHead } from '@nachra/delivery';
import type { IssueHead } from '../../content/documents/issue';

/**
 * Names the decision: one approval has one campaign at a time, so that a double click, a reloaded page or two publishers start
 * only one. When it has ended, the next one of the approval has another key: it goes to the rest.
 */
export function keyFor(issue: IssueHead, earlier: readonly CampaignHead[]): string {
  const approval = approvalOf(issue);
  const own = earlier.filter(({ key }) => key.startsWith(approval));
  const going = own.find(({ status }) => status !== 'cancelled' && status !== 'complete');
  // The next after the last, and not after how many have ended: one that ended goes on where somebody sends a message of it again.
  const last = Math.max(-1, ...own.map(({ key }) => Number(key.slice(approval.length))));
  return going?.key ?? `${approval}${last + 1}`;
}

/** The newest campaign of the issue's approval. */
export function ofApproval(issue: IssueHead, earlier: readonly CampaignHead[]): CampaignHead | null {
  return earlier.find(({ key }) => key.startsWith(approvalOf(issue))) ?? null;
}

/** How the key of every campaign of an approval begins. */
function approvalOf({ documentId, approvedHash = '', approvedAt = '' }: IssueHead): string {
  return `${documentId}/${approvedHash}/${approvedAt}/`;
}
