import { setTimeout as sleep } from 'node:timers/promises';
import type { CampaignDetail } from '@nachra/strapi-plugin-newsletter';
import { CommandError } from '../terminal/run-command';
import type { DeskClient } from './desk-client';

/** How long nothing may change before the demonstration calls the send stuck: 25 messages to a mailbox on the same machine. */
const patience = 120_000;

/**
 * Takes one number the whole way that a person takes it: submit and approve what was seen in each of its languages, send
 * to every list, and wait until the ledger says that nothing is left to do.
 *
 * @param say told once, as soon as a message is not taken, what the mail server said of the first
 * @throws {CommandError} code `DEMO_ISSUE_MISSING`, `DEMO_NOT_APPROVABLE` or `DEMO_STUCK`
 */
export async function sendIssue(
  desk: DeskClient,
  number: number,
  say: (line: string) => void,
): Promise<CampaignDetail> {
  const issues = (await desk.issues()).filter((one) => one.number === number);
  const main = issues.find(({ language }) => language === 'fr');
  if (!main)
    throw new CommandError('DEMO_ISSUE_MISSING', `Issue ${number} is not in the CMS: the seed did not run.`);
  for (const { documentId, language } of issues) await approve(desk, documentId, `${number} (${language})`);

  const lists = await desk.lists();
  const campaign = await desk.createCampaign(main.documentId, {
    listIds: lists.map((list) => list.documentId),
    segmentIds: [],
    startAt: null,
  });
  return waitUntilComplete(desk, campaign.id, say);
}

async function approve(desk: DeskClient, documentId: string, name: string): Promise<void> {
  const detail = await desk.submit(documentId);
  if (!detail.edition || detail.obstacles.length > 0) {
    const reasons = detail.obstacles.map((obstacle) => `  - ${obstacle.message}`).join('\n');
    throw new CommandError('DEMO_NOT_APPROVABLE', `Issue ${name} cannot be approved:\n${reasons}`);
  }
  const acknowledged = detail.findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
  const setAside = detail.findings.flatMap((finding) => finding.setAside?.id ?? []);
  await desk.approve(documentId, { hash: detail.edition.hash, acknowledged, setAside });
}

async function waitUntilComplete(
  desk: DeskClient,
  campaignId: string,
  say: (line: string) => void,
): Promise<CampaignDetail> {
  let [deadline, seen] = [Date.now() + patience, ''];
  let isTold = false;
  for (;;) {
    const campaign = await desk.campaign(campaignId);
    const { deferred, rejected } = campaign.counts;
    if (!isTold && deferred + rejected + campaign.counts['in-doubt'] > 0) {
      isTold = true;
      say(`Not everything was accepted. ${await firstTrouble(desk, campaignId)}`);
    }
    if (campaign.status === 'complete') return campaign;
    const counts = JSON.stringify(campaign.counts);
    if (counts !== seen) [deadline, seen] = [Date.now() + patience, counts];
    if (Date.now() > deadline)
      throw new CommandError(
        'DEMO_STUCK',
        `The campaign is still ${campaign.status}, and nothing has changed for two minutes: ${counts}`,
      );
    await sleep(300);
  }
}

async function firstTrouble(desk: DeskClient, campaignId: string): Promise<string> {
  const troubled = new Set(['deferred', 'rejected', 'in-doubt']);
  const first = (await desk.deliveries(campaignId)).find(({ state }) => troubled.has(state));
  return first === undefined ? '' : `${first.address}: ${first.reason}`;
}
