import {
  campaignOfEdition,
  cancelCampaign,
  type CampaignStanding,
  type CampaignStatus,
  type Ledger,
} from '@nachra/delivery';
import type { Actor } from '../../common/journal';
import type { ApprovalStore } from '../../content/documents/approval-store';
import type { IssueHead } from '../../content/documents/issue';

interface StoppingDependencies {
  records: Pick<ApprovalStore, 'standingHead' | 'claim'>;
  ledger: Ledger;
  now: () => Date;
}

/** How a campaign stands that sends nothing more. */
const ended: readonly CampaignStatus[] = ['cancelled', 'complete'];

/**
 * Cancels every campaign that has the issue's edition still to send, another language's too. It is found by the approval and not by
 * the issue's stage, which follows it a moment later. Called within the transaction that ends the approval, and before its commit:
 * what is cancelled and still approved sends nothing, and the other way round it would.
 *
 * @param which `untouched` leaves them alone once one has reached somebody
 * @returns whether somebody has the approved edition, or may have
 */
export async function stopCampaigns(
  { records, ledger, now }: StoppingDependencies,
  { documentId, number, language }: IssueHead,
  by: Actor,
  which: 'untouched' | 'all' = 'untouched',
): Promise<boolean> {
  const record = await records.standingHead(documentId);
  // A campaign that is being frozen, which the ledger does not show yet, finds the approval ended when this is over.
  if (record) await records.claim(record.name);
  // Without a record nobody knows what was approved: nothing of the issue goes out.
  const edition = { number, language, ...(record && { approval: record.name }) };
  const look = () => campaignOfEdition(ledger, edition, now());
  const isLeft = (one: CampaignStanding) => record !== null && which === 'untouched' && one.hasReached;
  let one = await look();
  for (; one && !ended.includes(one.status) && !isLeft(one); one = await look())
    await cancelCampaign(ledger, one.id, by, now());
  return record !== null && one !== null && one.hasReached;
}
