import { existingIssue, issueUnknown } from '../content/documents/existing-issue';
import {
  cancelCampaign,
  editionHash,
  listCampaigns,
  type CampaignProgress,
  type Ledger,
} from '@nachra/delivery';
import type { Stage, StageEvent } from '../../../shared/lists';
import type { IssueHead } from '../content/documents/issue';
import type { IssueStore, StageFields } from '../content/documents/issue-store';
import { checkIssue, isUnchanged, sendable, type Check } from '../editions/check';
import type { Editions } from '../editions/editions';
import type { Person } from '../common/person';
import type { EventLog } from '../common/log';
import { Refusal } from '../common/refusal';
import { dueEvent } from './due-event';
import { approvedStages, moves, stageAfter } from '../content/stage/stage-machine';

/** What the stage machine is handed. */
export interface StagesDependencies {
  issues: IssueStore;
  editions: Editions;
  ledger: Ledger;
  log: EventLog;
  now: () => Date;
}

/** Moves issues from stage to stage; nobody else writes these fields. */
export interface Stages {
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
  /** Brings the stages in line with what the ledger says of their campaigns. */
  sync(): Promise<void>;
}

const noApproval = { approvedHash: null, approvedBy: null, approvedAt: null };

export function openStages(dependencies: StagesDependencies): Stages {
  const { issues, editions, ledger, log, now } = dependencies;

  async function moveByPerson(
    documentId: string,
    event: StageEvent,
    person: Person,
    fields: Partial<StageFields> = {},
  ) {
    const { from, to: stage } = moves[event];
    // The statement itself asks for the stage: of two people who press a button at once, the second is told.
    if (!(await issues.move(documentId, from, { stage, ...fields }))) {
      const issue = await existingIssue(issues, documentId);
      throw new Refusal('STAGE_REFUSED', { number: issue.number, stage: issue.stage, event });
    }
    log.info(
      { event: `issue.${event}`, issue: documentId, stage, by: person.id },
      'An issue changed its stage.',
    );
  }

  async function voidIfStale(issue: IssueHead) {
    const versions = await editions.versionsOf(issue.documentId);
    if (versions && sendable(versions)?.hash === issue.approvedHash) return;
    if (issue.stage === 'scheduled') await cancelWaiting(issue);
    const { from, to: stage } = moves.void;
    const moved = await issues.move(issue.documentId, from, { stage, ...noApproval });
    if (moved)
      log.warn({ event: 'issue.void', issue: issue.documentId }, 'An approval was voided by an edit.');
  }

  async function cancelWaiting(issue: IssueHead) {
    const campaign = await campaignOf(issue);
    if (campaign !== null) await cancelCampaign(ledger, campaign.id, now());
  }

  async function campaignOf(issue: IssueHead): Promise<CampaignProgress | null> {
    for (const campaign of await listCampaigns(ledger, { issueNumber: issue.number })) {
      if ((await editionHash(ledger, campaign.id, issue.language)) === issue.approvedHash) return campaign;
    }
    return null;
  }

  async function syncOne(issue: IssueHead) {
    const event = dueEvent(issue.stage, await campaignOf(issue), now());
    const stage = event && stageAfter(issue.stage, event);
    if (!stage) return;
    const fields: StageFields = stage === 'sent' ? { stage, sentAt: now() } : { stage };
    const moved = await issues.move(issue.documentId, [issue.stage], fields);
    if (moved)
      log.info(
        { event: `issue.${event}`, issue: issue.documentId, stage },
        'An issue followed its campaign.',
      );
  }

  return {
    submit: (documentId, person) => moveByPerson(documentId, 'submit', person),
    withdraw: (documentId, person) => moveByPerson(documentId, 'withdraw', person, noApproval),
    async approve(documentId, hash, person) {
      const check = await checkIssue(editions, documentId, person.language);
      if (check === null) throw issueUnknown();
      const { obstacles } = check;
      if (obstacles.length > 0) throw new Refusal('APPROVAL_REFUSED', { obstacles });
      if (check.approvable?.hash !== hash) throw new Refusal('EDITION_CHANGED', { since: 'seen' });
      const approval = { approvedHash: hash, approvedBy: person.name, approvedAt: now() };
      await moveByPerson(documentId, 'approve', person, approval);
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
    async sync() {
      const live: Stage[] = ['approved', 'scheduled', 'sending'];
      for (const issue of await issues.inStages(live)) await syncOne(issue);
    },
  };
}
