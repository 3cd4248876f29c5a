import { tellingFirst } from '../../../shared/campaign-order';
import type { CampaignStatus, CampaignSummary } from '../../../shared/desk';
import { openCount, settledCount } from './delivery-counts';
import type { Text, Tone } from './text';

type Campaign = Pick<CampaignSummary, 'status' | 'counts' | 'recipients' | 'startAt'>;

/**
 * The campaign in plain words. "Terminé" stands only where nothing can move any more, and what was refused or is in
 * doubt is part of the label, so that nobody takes it for a success.
 */
export function campaignLabel(campaign: Campaign, now = new Date()): Text {
  const { counts, recipients } = campaign;
  const status = statusShown(campaign);
  const outcome = {
    accepted: counts.accepted,
    rejected: counts.rejected,
    inDoubt: counts['in-doubt'],
    suppressed: counts.suppressed,
  };
  switch (status) {
    case 'scheduled':
      return { key: 'campaign.label.scheduled', values: { start: new Date(campaign.startAt) } };
    case 'running':
      return { key: 'campaign.label.running', values: { settled: settledCount(counts), recipients } };
    case 'paused':
      if (waitsForHour(campaign, now))
        return { key: 'campaign.label.paused.scheduled', values: { start: new Date(campaign.startAt) } };
      return { key: 'campaign.label.paused', values: { settled: settledCount(counts), recipients } };
    case 'cancelled':
      return { key: 'campaign.label.cancelled', values: outcome };
    case 'complete':
      return recipients === 0
        ? { key: 'campaign.label.complete.empty' }
        : { key: 'campaign.label.complete', values: outcome };
  }
}

/** Whether the hour at which a campaign is to leave is still to come; one that is paused keeps its hour. */
export function waitsForHour(
  { status, startAt }: Pick<Campaign, 'status' | 'startAt'>,
  now = new Date(),
): boolean {
  return status === 'scheduled' || (status === 'paused' && new Date(startAt) > now);
}

export function campaignTone(campaign: Campaign): Tone {
  const { counts } = campaign;
  switch (statusShown(campaign)) {
    case 'scheduled':
      return 'secondary';
    case 'running':
      return 'primary';
    case 'paused':
      return 'warning';
    case 'cancelled':
      return 'neutral';
    case 'complete':
      return counts.rejected + counts['in-doubt'] > 0 ? 'warning' : 'success';
  }
}

/** Milliseconds until the numbers are asked for again; 0 when nothing can change. */
export function pollingInterval(campaign: Pick<Campaign, 'status' | 'counts'>): number {
  switch (campaign.status) {
    case 'running':
      return 2_000;
    case 'scheduled':
    case 'paused':
      return 5_000;
    // What was already handed to the worker when somebody cancelled still settles.
    case 'cancelled':
      return campaign.counts.claimed + campaign.counts.sending > 0 ? 2_000 : 0;
    case 'complete':
      return openCount(campaign.counts) > 0 ? 2_000 : 0;
  }
}

/** The campaign that the issue page follows, and the others of its edition, the newest first. */
export function campaignsOnPage<C extends Pick<CampaignSummary, 'status' | 'createdAt' | 'counts'>>(
  campaigns: readonly C[],
): { current: C | null; others: C[] } {
  const newestFirst = [...campaigns].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const [current = null] = tellingFirst(newestFirst);
  return { current, others: newestFirst.filter((one) => one !== current) };
}

function statusShown({ status, counts }: Pick<Campaign, 'status' | 'counts'>): CampaignStatus {
  return status === 'complete' && openCount(counts) > 0 ? 'running' : status;
}
