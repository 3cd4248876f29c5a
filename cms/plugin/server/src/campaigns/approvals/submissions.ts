import type { Ledger } from '@nachra/delivery';
import { approvedStages, waitsForCampaign, type Stage } from '../../../../shared/stages';
import { actorOf, type Journal } from '../../common/journal';
import type { Person } from '../../common/person';
import { Refusal } from '../../common/refusal';
import type { ContentTransactions } from '../../common/content-transactions';
import type { ApprovalStore } from '../../content/documents/approval-store';
import { existingIssue, issueUnknown } from '../../content/documents/existing-issue';
import type { IssueStore } from '../../content/documents/issue-store';
import type { MoveStage } from '../../content/stage/move-stage';
import type { AssetStore } from '../../editions/asset-store';
import { copyPictures, type pictureFetcher } from '../../editions/copy-pictures';
import type { Editions } from '../../editions/editions';
import { digestOfShown, sealOf } from '../../editions/content-digest';
import { showEdition } from '../../editions/show';
import type { ReviewQuestion, Reviews } from '../../reviews/reviews';
import { assertMayWithdraw } from './may-withdraw';
import { moveOrRefuse } from './move-or-refuse';
import { stopCampaigns, type StoppingDependencies } from './stop-campaigns';

/** What an issue goes to a review with, and comes back. */
export interface SubmissionDependencies
  extends Pick<StoppingDependencies, 'stops'>, Pick<ContentTransactions, 'transaction' | 'afterwards'> {
  issues: IssueStore;
  editions: Pick<Editions, 'foreignPictures' | 'ofIssue'>;
  assets: Pick<AssetStore, 'keepForeign'>;
  fetchPicture: ReturnType<typeof pictureFetcher>;
  records: ApprovalStore;
  reviews: Reviews;
  journal: Journal;
  moveStage: MoveStage;
  ledger: Ledger;
  publicUrl: string;
  now: () => Date;
}

/** How an issue goes to a review and comes back from it without an approval. */
export interface Submissions {
  /**
   * Asks for a review, and copies the pictures that lie on other servers, anew each time. Those who are asked are told by mail; what
   * readers would get now is kept, so that a later version can be compared with it.
   *
   * @throws {Refusal} `PICTURE_NOT_COPIED`, `REVIEWER_UNKNOWN`, `STAGE_REFUSED`
   */
  submit(documentId: string, question: ReviewQuestion, person: Person): Promise<void>;
  /**
   * Sends an issue that is in review back to drafting, and tells whoever asked for the review why.
   *
   * @throws {Refusal} `STAGE_REFUSED` when it is not in review
   */
  sendBack(documentId: string, reason: string, person: Person): Promise<void>;
  /**
   * Somebody who was asked says that she has read an edition and has nothing to say of it, or takes that back. Her word is of the
   * content of that edition: what is changed later, she has not read. It moves no stage. Idempotent by that content.
   *
   * @param hash seal of the edition that she has read; null takes her word back
   * @throws {Refusal} `EDITION_CHANGED`, `REVIEW_OVER`, `REVIEW_NOT_ASKED`
   */
  giveAllClear(documentId: string, hash: string | null, person: Person): Promise<void>;
  /**
   * Takes an issue back to drafting. The campaign that waits to send it is cancelled first.
   *
   * @throws {Refusal} `APPROVAL_PROTECTED` when it is approved and the person may not approve, or scheduled and she may not
   *   send; `STAGE_REFUSED` when it is on its way already
   */
  withdraw(documentId: string, person: Person): Promise<void>;
}

export function openSubmissions(dependencies: SubmissionDependencies): Submissions {
  const { issues, editions, assets, records, reviews, journal } = dependencies;
  const { fetchPicture, transaction, afterwards, publicUrl, now } = dependencies;
  /** Digest of the content that gives the edition of a seal now. */
  async function contentOf(documentId: string, hash: string): Promise<string> {
    const shown = await editions.ofIssue(documentId, 'draft');
    if (shown === null) throw issueUnknown();
    const isSeen = shown.edition !== null && sealOf(shown.edition, shown.sender) === hash;
    if (!isSeen) throw new Refusal('EDITION_CHANGED', { since: 'seen' });
    return digestOfShown(shown);
  }

  return {
    async submit(documentId, question, by) {
      const issue = await existingIssue(issues, documentId);
      const { number, language } = issue;
      const asked = await reviews.whoIsMeant(question, by);
      const foreign = await editions.foreignPictures(documentId);
      const pictureCopies = await copyPictures(assets, fetchPicture, foreign);
      // Together: four eyes knows who submitted by the journal alone.
      await transaction(async () => {
        await moveOrRefuse(dependencies, documentId, { event: 'submit', by, pictureCopies });
        const data = { asked: asked.map(({ name }) => name) };
        const name = 'issue.submitted';
        await journal.record({ name, by: actorOf(by), documentId, number, language, data });
        const request = await reviews.begin(issue, asked, question.message, by);
        // Its pictures are bound to the copies by then. What fails there undoes nothing: those who are asked are told.
        await afterwards(async () => {
          const rendering = await editions.ofIssue(documentId, 'draft');
          if (!rendering?.edition) return;
          await reviews.keepEdition(request, documentId, showEdition(rendering.edition, publicUrl));
        });
      });
    },

    async sendBack(documentId, reason, by) {
      const issue = await existingIssue(issues, documentId);
      const { number, language } = issue;
      await transaction(async () => {
        await moveOrRefuse(dependencies, documentId, { event: 'withdraw', by, from: ['in-review'] });
        const name = 'issue.sent-back';
        await journal.record({ name, by: actorOf(by), documentId, number, language, data: { reason } });
        await reviews.sentBack(issue, reason, by);
      });
    },

    async giveAllClear(documentId, hash, by) {
      const issue = await existingIssue(issues, documentId);
      if (issue.stage !== 'in-review') throw new Refusal('REVIEW_OVER', {});
      const content = hash === null ? null : await contentOf(documentId, hash);
      if ((await reviews.allClearOf(documentId, by)) === content) return;
      const { number, language } = issue;
      const name = content === null ? 'issue.all-clear-taken-back' : 'issue.all-clear';
      await transaction(async () => {
        await journal.record({ name, by: actorOf(by), documentId, number, language });
        await reviews.giveAllClear(issue, content, by);
      });
    },

    async withdraw(documentId, by) {
      const issue = await existingIssue(issues, documentId);
      if (approvedStages.includes(issue.stage)) assertMayWithdraw(by, issue);
      const { number, language, stage } = issue;
      // Whoever follows campaigns may see that its own was cancelled first.
      const from: Stage[] = waitsForCampaign(stage) ? [stage, 'approved'] : [stage];
      await transaction(async () => {
        const isApproved = approvedStages.includes(stage);
        if (isApproved && (await stopCampaigns(dependencies, issue, actorOf(by))).hasReached)
          throw new Refusal('STAGE_REFUSED', { number, stage: 'sending', event: 'withdraw' });
        await moveOrRefuse(dependencies, documentId, { event: 'withdraw', by, from });
        await records.end(documentId, 'withdrawn', now());
        await journal.record({ name: 'issue.withdrawn', by: actorOf(by), documentId, number, language });
        await reviews.withdrawn(issue, by);
      });
    },
  };
}
