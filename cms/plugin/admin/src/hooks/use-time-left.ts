import { useState } from 'react';

import type { CampaignSummary } from '../../../shared/desk';
import { openCount, settledCount } from '../model/delivery-counts';
import { secondsLeft, withSample, type Sample } from '../model/time-left';

/**
 * Seconds that a running campaign will still take, by what was seen on this page; null while that is not known.
 *
 * @param readAt when the campaign's numbers were read, in milliseconds since the epoch
 */
export function useTimeLeft(campaign: CampaignSummary, readAt: number): number | null {
  const [samples, setSamples] = useState<Sample[]>([]);
  const running = campaign.status === 'running';
  if (running && samples.at(-1)?.at !== readAt) {
    setSamples(withSample(samples, { at: readAt, settled: settledCount(campaign.counts) }));
  }
  // A pause does not count towards the rate.
  if (!running && samples.length > 0) setSamples([]);
  return secondsLeft(samples, openCount(campaign.counts));
}
