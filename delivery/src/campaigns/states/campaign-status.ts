import { unfinishedStates, type StateCounts } from './delivery-state';

/** What the operator wants of a campaign. All that is stored; the status is derived from it and from the rows. */
export type CampaignIntent = 'run' | 'pause' | 'cancel';

/** Where a campaign stands; {@link campaignStatus} derives it. */
export type CampaignStatus = 'scheduled' | 'running' | 'paused' | 'cancelled' | 'complete';

/**
 * Derives a campaign's status from what is wanted and from where its deliveries stand. Pure.
 *
 * `complete` means that nothing is queued, claimed, sending or deferred: nobody is waiting. A campaign that was
 * cancelled or paused when its last delivery ended is complete too, because there was nothing left to hold back. In a cancelled
 * one nobody waits, but those to whom nothing was sent say that it is not complete.
 */
export function campaignStatus({
  counts,
  ...facts
}: {
  intent: CampaignIntent;
  startAt: Date;
  now: Date;
  counts: StateCounts;
}): CampaignStatus {
  return statusOf({
    ...facts,
    isUnfinished: [...unfinishedStates, 'cancelled' as const].some((state) => counts[state] > 0),
  });
}

/** The same for whoever knows without counting whether a delivery is unfinished. Pure. */
export function statusOf(facts: {
  intent: CampaignIntent;
  startAt: Date;
  now: Date;
  isUnfinished: boolean;
}): CampaignStatus {
  if (!facts.isUnfinished) return 'complete';
  if (facts.intent === 'cancel') return 'cancelled';
  if (facts.intent === 'pause') return 'paused';
  return facts.startAt > facts.now ? 'scheduled' : 'running';
}

const mayGoOn = `c.intent = 'run' AND c.hold IS NULL AND c.witnessed_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM identity WHERE hold IS NOT NULL)`;

/**
 * SQL that asks whether a worker may take work of a campaign. The statement names the campaign's table `c`. A campaign is not
 * touched before the content database has witnessed it, nor while it or the whole ledger is held, nor before somebody has looked at
 * the pictures that its mails link to.
 */
export const mayBeClaimed = `${mayGoOn} AND c.pictures_at IS NOT NULL`;

/** The same of a campaign that waits for nothing but for somebody who looks at its pictures, once its hour has come. */
export const awaitsPictures = `${mayGoOn} AND c.pictures_at IS NULL`;

/** Of a complete campaign: how many recipients the server did not accept, or may not have. Zero is plain success. */
export function troubledCount(counts: StateCounts): number {
  return counts.rejected + counts['in-doubt'];
}
