import { cancelCampaign, type Ledger, type WaitingCampaign } from '@nachra/delivery';
import { system, type Actor } from '../common/journal';
import type { EventLog } from '../common/log';

/** In whose name a campaign that was stopped is cancelled, by its id: whoever finds its approval ended says so. */
export type CampaignStops = Map<string, Actor>;

/**
 * Those of some campaigns that may be let go: a campaign is frozen for seconds, and an approval may be taken back meanwhile.
 *
 * @param claimApproval whether an approval stands, and goes on standing until the content's transaction around this is over
 */
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

/** Cancels the campaigns that may not. Each is stopped by nobody but this from here on. */
export async function cancelOthers(
  { ledger, stops, log, now }: { ledger: Ledger; stops: CampaignStops; log: EventLog; now: () => Date },
  campaigns: readonly WaitingCampaign[],
  approved: readonly WaitingCampaign[],
): Promise<void> {
  for (const campaign of campaigns) {
    const by = stops.get(campaign.id) ?? system;
    stops.delete(campaign.id);
    if (approved.includes(campaign)) continue;
    await cancelCampaign(ledger, campaign.id, by, now(), 'approval-ended');
    log.warn(
      { event: 'campaign.not-approved', campaign: campaign.id },
      'A campaign was cancelled before anything left: an approval it was made from has ended meanwhile.',
    );
  }
}
