import {
  cancelCampaign,
  editionOfCampaign,
  listCampaigns,
  type CampaignProgress,
  type Ledger,
} from '@nachra/delivery';
import type { Stage, StageEvent } from '../../../shared/lists';
import type { IssueHead } from '../documents/issue';
import type { IssueStore, StageFields } from '../documents/issue-store';
import { checkIssue } from '../editions/check';
import type { Editions } from '../editions/editions';
import type { Person } from '../http/person';
import type { EventLog } from '../log';
import { Refusal } from '../refusal';
import { dueEvent } from './from-campaign';
import { approvedStages, stageAfter, stagesBefore } from './machine';

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
  /** Approves the edition of this hash, if it still is what the issue renders to, shown and published. */
  approve(documentId: string, hash: string, person: Person): Promise<void>;
  /** Takes back every approval whose content is not what was approved any more. */
  voidStale(): Promise<void>;
  /** Brings the stages in line with what the ledger says of their campaigns. */
  sync(): Promise<void>;
}

const noApproval = { approvedHash: null, approvedBy: null, approvedAt: null };

export function openStages(dependencies: StagesDependencies): Stages {
  const { issues, editions, ledger, log, now } = dependencies;
  const hashOf = frozenHashes(ledger);

  async function moveByPerson(
    documentId: string,
    event: StageEvent,
    person: Person,
    fields: Partial<StageFields> = {},
  ) {
    const issue = await existing(issues, documentId);
    const stage = stageAfter(issue.stage, event);
    // The statement asks for the stage again: of two people who press a button at once, the second is told.
    const moved = stage !== null && (await issues.move(documentId, [issue.stage], { stage, ...fields }));
    if (!moved) throw new Refusal('STAGE_REFUSED', { number: issue.number, stage: issue.stage, event });
    log.info(
      { event: `issue.${event}`, issue: documentId, stage, by: person.id },
      'An issue changed its stage.',
    );
  }

  async function voidIfStale(issue: IssueHead) {
    const check = await checkIssue(editions, issue.documentId, 'fr');
    if (check?.approvable?.hash === issue.approvedHash) return;
    if (issue.stage === 'scheduled') await cancelWaiting(issue);
    const moved = await issues.move(issue.documentId, stagesBefore('void'), {
      stage: 'drafting',
      ...noApproval,
    });
    if (moved)
      log.warn({ event: 'issue.void', issue: issue.documentId }, 'An approval was voided by an edit.');
  }

  async function cancelWaiting(issue: IssueHead) {
    const campaign = await campaignOf(issue);
    if (campaign !== null) await cancelCampaign(ledger, campaign.id, now());
  }

  async function campaignOf(issue: IssueHead): Promise<CampaignProgress | null> {
    for (const campaign of await listCampaigns(ledger, { issueNumber: issue.number })) {
      if ((await hashOf(campaign.id, issue.language)) === issue.approvedHash) return campaign;
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
      // An edit that was saved between the check and the move saw no approval to void: look once more.
      await voidIfStale(await existing(issues, documentId));
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

/** @throws {Refusal} `ISSUE_UNKNOWN` */
export async function existing(issues: Pick<IssueStore, 'head'>, documentId: string): Promise<IssueHead> {
  const issue = await issues.head(documentId);
  if (issue === null) throw issueUnknown();
  return issue;
}

/** The refusal of a request about an issue that does not exist, or no longer does. */
export function issueUnknown(): Refusal {
  return new Refusal('ISSUE_UNKNOWN', {});
}

/** Hashes of frozen editions; they never change, so each is read once. */
function frozenHashes(ledger: Ledger) {
  const known = new Map<string, string | null>();
  return async (campaignId: string, language: IssueHead['language']): Promise<string | null> => {
    const key = `${campaignId} ${language}`;
    const hash = known.get(key);
    if (hash !== undefined) return hash;
    const frozen = (await editionOfCampaign(ledger, campaignId, language))?.hash ?? null;
    known.set(key, frozen);
    return frozen;
  };
}
