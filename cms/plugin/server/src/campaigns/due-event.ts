import { reachedStates, type CampaignProgress } from '@nachra/delivery';
import type { Stage, StageEvent } from '../../../shared/lists';

/**
 * What the ledger's truth means for an issue: the event that its campaign has made due, or null when the stage is
 * right already. Pure. It is asked repeatedly, so what was missed while the process was down is caught up.
 *
 * @param campaign the newest campaign that carries the approved edition; null when there is none
 */
export function dueEvent(stage: Stage, campaign: CampaignProgress | null, now: Date): StageEvent | null {
  const due = campaign === null ? eventWithoutCampaign(stage) : eventOf(campaign, now);
  return due === eventThatLedTo(stage) ? null : due;
}

/** A scheduled issue has nothing to wait for when the ledger (restored from a backup) does not know its campaign. */
function eventWithoutCampaign(stage: Stage): StageEvent | null {
  return stage === 'scheduled' ? 'release' : null;
}

function eventOf(campaign: CampaignProgress, now: Date): StageEvent {
  switch (campaign.status) {
    case 'scheduled':
      return 'schedule';
    case 'running':
      return 'start';
    case 'paused':
      return campaign.startAt > now && reached(campaign) === 0 ? 'schedule' : 'start';
    case 'complete':
      return 'finish';
    case 'cancelled':
      return reached(campaign) === 0 ? 'release' : 'finish';
  }
}

/** How many people have the issue, or may have it. A deferred or rejected message never arrived. */
export function reached({ counts }: Pick<CampaignProgress, 'counts'>): number {
  return reachedStates.reduce((sum, state) => sum + counts[state], 0);
}

function eventThatLedTo(stage: Stage): StageEvent | null {
  const events: Partial<Record<Stage, StageEvent>> = {
    approved: 'release',
    scheduled: 'schedule',
    sending: 'start',
    sent: 'finish',
  };
  return events[stage] ?? null;
}
