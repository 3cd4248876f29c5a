import { testSend } from '../campaigns/test-sends/test-send';
import { deskRoute, type DeskRoute } from './desk-route';
import type { Desk } from './desk';
import { issueDetail, pageOfIssues } from './issue-detail';
import { issuePreview } from './issue-preview';

export function issueRoutes(desk: Desk): DeskRoute[] {
  const { approvals, corrections, repeatable } = desk;
  return [
    deskRoute('listIssues', ({ query }) => pageOfIssues(desk, query)),
    deskRoute('readIssue', ({ parameters: { documentId } }, person) => issueDetail(desk, documentId, person)),
    deskRoute('previewIssue', ({ parameters: { documentId } }, person) =>
      issuePreview(desk, documentId, person),
    ),
    deskRoute('withdrawIssue', async ({ parameters: { documentId } }, person) => {
      await repeatable(() => approvals.withdraw(documentId, person));
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('approveIssue', async ({ parameters: { documentId }, body }, person) => {
      await repeatable(() => approvals.approve(documentId, body, person));
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('correctIssue', async ({ parameters: { documentId }, body: { reason } }, person) => {
      await repeatable(() => corrections.begin(documentId, reason, person));
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('uncorrectIssue', async ({ parameters: { documentId } }, person) => {
      await repeatable(() => corrections.takeBack(documentId, person));
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('sendTest', ({ parameters: { documentId }, body }, person) =>
      testSend(desk, documentId, body, person),
    ),
  ];
}
