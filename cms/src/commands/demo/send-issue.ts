import { setTimeout as sleep } from 'node:timers/promises';
import type { CampaignDetail } from '../../plugins/newsletter/shared/desk';
import { CommandError } from '../errors';
import type { DeskClient } from './desk-client';

/** How long the demonstration waits for 25 messages to a mailbox on the same machine before it calls the send stuck. */
const patience = 120_000;

/**
 * Takes one issue the whole way that a person takes it: submit, approve what was seen, send to every list, and wait
 * until the ledger says that nothing is left to do.
 *
 * @throws {CommandError} code `DEMO_ISSUE_MISSING`, `DEMO_NOT_APPROVABLE` or `DEMO_STUCK`
 */
export async function sendIssue(desk: DeskClient, number: number): Promise<CampaignDetail> {
  const issue = (await desk.issues()).find((one) => one.number === number && one.language === 'fr');
  if (!issue)
    throw new CommandError('DEMO_ISSUE_MISSING', `Issue ${number} is not in the CMS: the seed did not run.`);

  const detail = await desk.submit(issue.documentId);
  if (!detail.edition || detail.obstacles.length > 0) {
    const reasons = detail.obstacles.map((obstacle) => `  - ${obstacle.message}`).join('\n');
    throw new CommandError('DEMO_NOT_APPROVABLE', `Issue ${number} cannot be approved:\n${reasons}`);
  }
  await desk.approve(issue.documentId, { hash: detail.edition.hash });

  const lists = await desk.lists();
  const campaign = await desk.createCampaign(issue.documentId, {
    listIds: lists.map((list) => list.documentId),
    segmentIds: [],
    startAt: null,
  });
  return waitUntilComplete(desk, campaign.id);
}

async function waitUntilComplete(desk: DeskClient, campaignId: string): Promise<CampaignDetail> {
  const deadline = Date.now() + patience;
  for (;;) {
    const campaign = await desk.campaign(campaignId);
    if (campaign.status === 'complete') return campaign;
    if (Date.now() > deadline) {
      const counts = JSON.stringify(campaign.counts);
      throw new CommandError(
        'DEMO_STUCK',
        `The campaign is still ${campaign.status} after two minutes: ${counts}`,
      );
    }
    await sleep(300);
  }
}
