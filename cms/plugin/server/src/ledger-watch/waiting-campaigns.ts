import { cancelCampaign, type Ledger, type WaitingCampaign } from '@nachra/delivery';
import { system, type Actor } from '../common/journal';
import type { EventLog } from '../common/log';

/** In whose name a campaign that was stopped is cancelled, by its id: whoever finds its approval ended says so. */
export type CampaignStops = Map<string, Actor>;

/** A campaign is frozen for seconds, and an approval may be taken back meanwhile. @returns those whose approvals all stand */
export async function stillApproved(
  campaigns: readonly WaitingCampaign[],
  claimApproval: (name: string) => Promise<boolean>,
): Promise<WaitingCampaign[]> {
  const standing = new Set<string>();
  // In the order in which everybody locks them: a name begins with its issue.
  for (const name of [...new Set(campaigns.flatMap(({ approvals }) => approvals))].sort())
    if (await claimApproval(name)) standing.add(name);
  return campaigns.filter(({ approvals }) => approvals.every((name) => standing.has(name)));
}

/** Cancels campaigns before anything left, in the name of whoever ended their approvals. */
export async function cancelUnapproved(
  ledger: Ledger,
  campaigns: readonly WaitingCampaign[],
  { stops, log, now }: { stops: CampaignStops; log: EventLog; now: () => Date },
): Promise<void> {
  for (const { id } of campaigns) {
    const by = stops.get(id) ?? system;
    stops.delete(id);
    await cancelCampaign(ledger, id, by, now(), 'approval-ended');
    log.warn(
      { event: 'campaign.not-approved', campaign: id },
      'A campaign was cancelled before anything left: an approval it was made from has ended meanwhile.',
    );
  }
}
