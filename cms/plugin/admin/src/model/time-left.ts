import type { CampaignDetail } from '../../../shared/desk';
import type { Text } from './text';

/** How many deliveries were settled at a moment (milliseconds since the epoch). */
export interface Sample {
  at: number;
  settled: number;
}

/** The rate is measured over this long: short enough to follow a slow server, long enough not to jump. */
const WINDOW_MS = 60_000;

/** Adds what was just seen and forgets what is too old to say anything about the present rate. */
export function withSample(samples: Sample[], latest: Sample): Sample[] {
  return [
    ...samples.filter((sample) => latest.at - sample.at <= WINDOW_MS && sample.settled <= latest.settled),
    latest,
  ];
}

/** Seconds until `open` deliveries are settled at the present rate; null when the rate is not known or zero. */
export function secondsLeft(samples: Sample[], open: number): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at <= first.at || last.settled <= first.settled) return null;
  const perSecond = ((last.settled - first.settled) * 1000) / (last.at - first.at);
  return Math.ceil(open / perSecond);
}

/** What there is to wait for: the mail servers' return, or the end at the present rate. */
export function waitText(
  { serversAway, allServersAway }: Pick<CampaignDetail, 'serversAway' | 'allServersAway'>,
  seconds: number | null,
): Text {
  if (allServersAway)
    return {
      key: 'progress.servers.all',
      values: { names: serversAway.join(', '), count: serversAway.length },
    };
  return seconds === null ? { key: 'progress.left.unknown' } : timeLeftText(seconds);
}

function timeLeftText(seconds: number): Text {
  if (seconds < 60) return { key: 'progress.left.moment' };
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return { key: 'progress.left.minutes', values: { minutes } };
  return { key: 'progress.left.hours', values: { hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
}
