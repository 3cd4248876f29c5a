import { mayHaveLeft, type Finding } from '@nachra/renderer';
import type { ApprovalStore } from '../content/documents/approval-store';
import type { IssueHead } from '../content/documents/issue';
import type { JournalStore } from '../content/documents/journal-store';
import { isApprovedSince, lastPutBack } from '../content/documents/older-content';

/**
 * Says of an issue that it may have been sent since the state that the data were put back to: it was there before the last such hold,
 * and nobody has approved it since, knowing of that.
 */
export function openForgottenSends({
  entries,
  records,
}: {
  entries: Pick<JournalStore, 'each'>;
  records: Pick<ApprovalStore, 'past'>;
}): (issue: Pick<IssueHead, 'documentId' | 'createdAt'>) => Promise<Finding[]> {
  return async ({ documentId, createdAt }) => {
    const putBack = await lastPutBack(entries);
    if (putBack === null || createdAt === undefined || new Date(createdAt) >= putBack.at) return [];
    const [last] = await records.past(documentId);
    return isApprovedSince(last, putBack) ? [] : [mayHaveLeft(putBack.at.toISOString().slice(0, 10))];
  };
}
