import { campaignOfEdition, cancelCampaign, type Ledger } from '@nachra/delivery';
import { approvedStages, waitsForCampaign } from '../../../shared/stages';
import { actorOf, system, type Journal } from '../common/journal';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { existingIssue, issueUnknown } from '../content/documents/existing-issue';
import type { IssueHead } from '../content/documents/issue';
import type { IssueStore } from '../content/documents/issue-store';
import type { MoveStage, StageMove } from '../content/stage/move-stage';
import { checkIssue, isUnchanged, sendable, type Check } from '../editions/check-issue';
import type { Editions } from '../editions/editions';

/** What approvals are decided with. */
export interface ApprovalsDependencies {
  issues: IssueStore;
  editions: Editions;
  journal: Journal;
  moveStage: MoveStage;
  ledger: Ledger;
  now: () => Date;
}

/** What persons decide about an issue before it is sent, and what an edit does to that. */
export interface Approvals {
  submit(documentId: string, person: Person): Promise<void>;
  withdraw(documentId: string, person: Person): Promise<void>;
  /**
   * Approves the edition of this hash, if it still is what the issue renders to, shown and published.
   *
   * @returns the check, with the issue as it is now; null when an edit was saved meanwhile and voided the approval
   */
  approve(documentId: string, hash: string, person: Person): Promise<Check | null>;
  /** Takes back every approval whose content is not what was approved any more. */
  voidStale(): Promise<void>;
}

const decisions = {
  submit: 'issue.submitted',
  withdraw: 'issue.withdrawn',
  approve: 'issue.approved',
} as const;

export function openApprovals(dependencies: ApprovalsDependencies): Approvals {
  const { issues, editions, journal, moveStage, ledger, now } = dependencies;

  async function moveOrRefuse(documentId: string, move: Extract<StageMove, { by: Person }>) {
    // Of two people who press a button at once, the second is told.
    if (await moveStage(documentId, move)) {
      const { number, language } = await existingIssue(issues, documentId);
      const entry = { name: decisions[move.event], by: actorOf(move.by), documentId, number, language };
      return journal.record({ ...entry, data: 'hash' in move ? { hash: move.hash } : {} });
    }
    const { number, stage } = await existingIssue(issues, documentId);
    throw new Refusal('STAGE_REFUSED', { number, stage, event: move.event });
  }

  async function voidIfStale(issue: IssueHead) {
    const versions = await editions.versionsOf(issue.documentId);
    if (versions && sendable(versions)?.hash === issue.approvedHash) return;
    if (waitsForCampaign(issue.stage)) await cancelWaiting(issue);
    if (!(await moveStage(issue.documentId, { event: 'void' }))) return;
    const { documentId, number, language } = issue;
    await journal.record({ name: 'issue.voided', by: system, documentId, number, language });
  }

  async function cancelWaiting({ number, language, approvedHash }: IssueHead) {
    const campaign = await campaignOfEdition(ledger, { number, language, hash: approvedHash ?? '' }, now());
    if (campaign !== null) await cancelCampaign(ledger, campaign.id, system, now());
  }

  return {
    submit: (documentId, by) => moveOrRefuse(documentId, { event: 'submit', by }),
    withdraw: (documentId, by) => moveOrRefuse(documentId, { event: 'withdraw', by }),
    async approve(documentId, hash, by) {
      const check = await checkIssue(editions, documentId, by.language);
      if (check === null) throw issueUnknown();
      const { obstacles } = check;
      if (obstacles.length > 0) throw new Refusal('APPROVAL_REFUSED', { obstacles });
      if (check.approvable?.hash !== hash) throw new Refusal('EDITION_CHANGED', { since: 'seen' });
      await moveOrRefuse(documentId, { event: 'approve', by, hash, at: now() });
      // An edit that was saved between the check and the move saw no approval to void.
      const after = await editions.sourcesOf(documentId);
      if (after === null) throw issueUnknown();
      const { issue } = after.shown;
      if (isUnchanged(check, after)) return { ...check, shown: { ...check.shown, issue } };
      await voidIfStale(issue);
      return null;
    },
    async voidStale() {
      for (const issue of await issues.inStages(approvedStages)) await voidIfStale(issue);
    },
  };
}
