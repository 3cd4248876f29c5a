import { stackOf } from '../common/errors';
import { campaignOfEdition, type Ledger } from '@nachra/delivery';
import { followingStages } from '../../../shared/stages';
import type { ContentTransactions } from '../common/content-transactions';
import type { EventLog } from '../common/log';
import type { ApprovalStore } from '../content/documents/approval-store';
import type { IssueHead } from '../content/documents/issue';
import type { IssueStore } from '../content/documents/issue-store';
import type { MoveStage } from '../content/stage/move-stage';
import { dueEvent } from './due-event';

/** What following needs. */
export interface FollowDependencies {
  issues: Pick<IssueStore, 'inStages'>;
  records: Pick<ApprovalStore, 'standingHead'>;
  moveStage: MoveStage;
  /** Tells those who worked on an issue that its campaign has ended, in the transaction of the move. */
  finished: (issue: IssueHead, approval: string) => Promise<void>;
  transaction: ContentTransactions['transaction'];
  ledger: Ledger;
  log: EventLog;
  now: () => Date;
  /** While the ledger is held, what it says of a campaign must not move an issue. */
  isHeld: () => boolean;
}

/** Keeps the issues' stages in step with their campaigns. */
export interface CampaignFollower {
  /** Looks now: for whoever has just changed a campaign and shows the issue next. @throws what the ledger or the CMS throws */
  look(): Promise<void>;
  /** Looks even while the ledger is held: for whoever has decided everything that it may be wrong about. */
  catchUp(): Promise<void>;
  /** Something moved in the ledger: look soon. */
  nudge(): void;
  /** Stops looking and waits for a look that is under way. */
  stop(): Promise<void>;
}

/**
 * Looks at the ledger every few seconds, and soon after the worker has reported progress. By itself it never has two looks at
 * once. The ledger is asked each time and nothing is remembered, so a restart in the middle of a campaign changes nothing.
 *
 * @param everyMs between two looks; reports of progress may shorten it to a fifth
 */
export function followCampaigns(dependencies: FollowDependencies, everyMs = 5_000): CampaignFollower {
  const { issues, log, isHeld } = dependencies;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  async function look(): Promise<void> {
    if (!isHeld()) await catchUp();
  }

  async function catchUp(): Promise<void> {
    for (const issue of await issues.inStages(followingStages)) await followOne(dependencies, issue);
  }

  function lookByItself(): void {
    timer = null;
    running = look()
      .catch((error: unknown) => {
        log.error({ event: 'stages.sync-failed' }, stackOf(error));
      })
      .finally(() => {
        running = null;
        arm(everyMs);
      });
  }

  function arm(delay: number): void {
    if (stopped || running) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(lookByItself, delay);
    // The timer must not keep the process alive.
    timer.unref();
  }

  arm(0);
  let soon = false;
  return {
    look,
    catchUp,
    nudge() {
      if (soon || stopped) return;
      // A campaign of a thousand reports progress in bursts; one look a second is plenty.
      soon = true;
      setTimeout(() => {
        soon = false;
        arm(0);
      }, everyMs / 5).unref();
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}

async function followOne(dependencies: FollowDependencies, issue: IssueHead): Promise<void> {
  const { ledger, records, moveStage, finished, transaction, now } = dependencies;
  const { documentId, number, language, stage } = issue;
  const { name: approval = '' } = (await records.standingHead(documentId)) ?? {};
  const campaign = await campaignOfEdition(ledger, { number, language, approval }, now());
  const event = dueEvent(stage, campaign, now());
  if (event === null) return;
  if (event !== 'finish') return void (await moveStage(documentId, { event }));
  await transaction(async () => {
    if (await moveStage(documentId, { event, at: now() })) await finished(issue, approval);
  });
}
