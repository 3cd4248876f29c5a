import {
  cancelCampaign,
  markWitnessed,
  type Ledger,
  type Testimony,
  type WaitingCampaign,
} from '@nachra/delivery';
import { system, type Actor } from '../common/journal';
import type { EventLog } from '../common/log';
import type { AnchorStore, StoredAnchor } from './anchor-store';
import { withdrawMeanwhile, type SubscribersToday } from './withdraw-meanwhile';

/** In whose name a campaign that was stopped is cancelled, by its id: whoever finds its approval ended says so. */
export type CampaignStops = Map<string, Actor>;

/** What campaigns are let go with. */
export interface LettingGo extends SubscribersToday {
  ledger: Ledger;
  anchors: AnchorStore;
  /** Whether an approval stands, and goes on standing until the content's transaction around it is over. */
  claimApproval: (name: string) => Promise<boolean>;
  stops: CampaignStops;
  log: EventLog;
  now: () => Date;
}

/**
 * Lets those of the campaigns in a testimony leave whose approvals stand, and cancels the others. Readers that are gone meanwhile are
 * withdrawn first.
 *
 * @param seen the anchor, which the content has stored
 */
export async function letGo(
  dependencies: LettingGo,
  testimony: Testimony,
  seen: StoredAnchor,
): Promise<void> {
  const { ledger, anchors, claimApproval, now } = dependencies;
  const { campaigns } = testimony;
  await withdrawMeanwhile(
    ledger,
    campaigns.map(({ row }) => row),
    dependencies,
    now,
  );
  let approved: WaitingCampaign[] = [];
  // With the approvals locked: nobody ends one between the question and the mark.
  await anchors.store(seen, async () => {
    approved = await stillApproved(campaigns, claimApproval);
    await markWitnessed(ledger, { ...testimony, campaigns: approved }, now());
  });
  await cancelOthers(dependencies, campaigns, approved);
}

/**
 * Those of some campaigns that may be let go: a campaign is frozen for seconds, and an approval may be taken back meanwhile.
 *
 * @param claimApproval whether an approval stands, and goes on standing until the content's transaction around this is over
 */
async function stillApproved(
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
async function cancelOthers(
  { ledger, stops, log, now }: LettingGo,
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
