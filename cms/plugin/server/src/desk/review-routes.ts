import { uids } from '../../../shared/uids';
import type { LocatedFinding } from '../common/obstacle';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { existingIssue, issueUnknown } from '../content/documents/existing-issue';
import { checkIssue } from '../editions/check-issue';
import { locateFindings } from '../editions/obstacles';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { earlierEdition } from './earlier-edition';
import { issueDetail } from './issue-detail';

/** Asking for a review, what is said in it, and which mails about it a person gets. */
export function reviewRoutes(desk: Desk): DeskRoute[] {
  const { approvals, comments, editions, issues, noticeChoices, publicUrl, repeatable, reviewers } = desk;
  const { setAsides } = desk;
  /** What the full preflight says of an issue that the person may edit; of one that is no mail yet, what the composer shows. */
  const findingsFor = async (documentId: string, person: Person): Promise<LocatedFinding[]> => {
    if (!person.mayEdit(uids.issue)) throw new Refusal('DOCUMENT_FORBIDDEN', {});
    const check = await checkIssue(editions, documentId, publicUrl);
    if (check === null) throw issueUnknown();
    if (check.shown.edition !== null) return check.findings;
    const live = await editions.live(documentId, { issue: {}, articles: {}, dashboards: {} });
    return live === null
      ? []
      : locateFindings(live.edition?.findings ?? [], { draft: live.draft, documentId });
  };
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
    deskRoute('giveAllClear', async ({ parameters: { documentId }, body: { hash } }, person) => {
      await repeatable(() => approvals.giveAllClear(documentId, hash, person));
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
    deskRoute('setFindingAside', async ({ parameters: { documentId }, body }, person) => {
      const findings = await findingsFor(documentId, person);
      await repeatable(() => setAsides.set(documentId, findings, body, person));
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('takeFindingUp', async ({ parameters: { documentId, id } }, person) => {
      const findings = await findingsFor(documentId, person);
      // What is no number names nothing that was set aside.
      if (/^\d{1,9}$/.test(id))
        await repeatable(() => setAsides.takeUp(documentId, findings, Number(id), person));
      return issueDetail(desk, documentId, person);
    }),
    deskRoute('readNoticeChoice', async (_, person) => ({ muted: await noticeChoices.mutedBy(person.id) })),
    deskRoute('chooseNotices', async ({ body: { muted } }, person) => {
      await noticeChoices.choose(person.id, muted);
      return { muted: await noticeChoices.mutedBy(person.id) };
    }),
  ];
}
