import { Refusal } from '../common/refusal';
import { existingIssue } from '../content/documents/existing-issue';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { earlierEdition } from './earlier-edition';
import { issueDetail } from './issue-detail';

/** Asking for a review, what is said in it, and which mails about it a person gets. */
export function reviewRoutes(desk: Desk): DeskRoute[] {
  const { approvals, comments, issues, noticeChoices, repeatable, reviewers } = desk;
  return [
    deskRoute('listReviewers', async ({ parameters: { documentId } }, person) => {
      await existingIssue(issues, documentId);
      return reviewers.list(person.id);
    }),
    deskRoute('submitIssue', async ({ parameters: { documentId }, body }, person) => {
      await repeatable(() => approvals.submit(documentId, body, person));
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('sendBackIssue', async ({ parameters: { documentId }, body: { reason } }, person) => {
      await repeatable(() => approvals.sendBack(documentId, reason, person));
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('readEarlierEdition', ({ parameters: { documentId } }) => earlierEdition(desk, documentId)),
    deskRoute('listComments', ({ parameters: { documentId } }, person) => comments.list(documentId, person)),
    deskRoute('writeComment', ({ parameters: { documentId }, body }, person) =>
      comments.write(documentId, body, person),
    ),
    deskRoute('settleComment', ({ parameters: { documentId, id }, body: { isSettled } }, person) => {
      if (!/^\d{1,9}$/.test(id)) throw new Refusal('COMMENT_UNKNOWN', {});
      return comments.settle(documentId, Number(id), isSettled, person);
    }),
    deskRoute('readNoticeChoice', async (_, person) => ({ muted: await noticeChoices.mutedBy(person.id) })),
    deskRoute('chooseNotices', async ({ body: { muted } }, person) => {
      await noticeChoices.choose(person.id, muted);
      return { muted: await noticeChoices.mutedBy(person.id) };
    }),
  ];
}
