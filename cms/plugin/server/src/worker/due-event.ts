import type { CampaignStanding } from '@nachra/delivery';
import { mayHappen, stageRules, waitsForCampaign, type Stage, type StageEvent } from '../../../shared/stages';

/** The events that a campaign brings about. */
export type CampaignEvent = Extract<StageEvent, 'schedule' | 'start' | 'finish' | 'release'>;

/**
 * What the ledger's truth means for an issue: the event that its campaign has made due, or null when the stage is
 * right already. Pure. It is asked repeatedly, so what was missed while the process was down is caught up.
 *
 * @param campaign the newest campaign that carries the approved edition. None where a scheduled issue has one means that the
 *   ledger was restored from a backup that does not know it: there is nothing to wait for
 */
export function dueEvent(stage: Stage, campaign: CampaignStanding | null, now: Date): CampaignEvent | null {
  const due = campaign === null ? lostEvent(stage) : eventOf(campaign, now);
  if (due === null || stageRules[due].to === stage) return null;
  return mayHappen(due, stage) ? due : null;
}

function lostEvent(stage: Stage): CampaignEvent | null {
  return waitsForCampaign(stage) ? 'release' : null;
}

function eventOf({ status, startAt, hasReached }: CampaignStanding, now: Date): CampaignEvent {
  switch (status) {
    case 'scheduled':
      return 'schedule';
    case 'running':
      return 'start';
    case 'paused':
      return startAt > now && !hasReached ? 'schedule' : 'start';
    case 'complete':
      return 'finish';
    case 'cancelled':
      return hasReached ? 'finish' : 'release';
  }
}
