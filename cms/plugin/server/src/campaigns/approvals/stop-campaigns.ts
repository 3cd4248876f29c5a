import { cancelCampaign, stopEdition, type Ledger } from '@nachra/delivery';
import type { Actor } from '../../common/journal';
import type { ApprovalStore } from '../../content/documents/approval-store';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';
import type { CampaignStops } from '../../ledger-watch/waiting-campaigns';
import type { ContentTransactions } from '../../common/content-transactions';

/** What campaigns are stopped with. */
export interface StoppingDependencies {
  issues: Pick<IssueStore, 'lock'>;
  records: Pick<ApprovalStore, 'standingHead' | 'claim'>;
  ledger: Ledger;
  stops: CampaignStops;
  afterwards: ContentTransactions['afterwards'];
  now: () => Date;
}

/** What an end of an approval meets in the ledger. */
interface StoppedSends {
  /** The campaigns that are cancelled by it, each with the hour it was to leave at. */
  sends: { id: string; startAt: Date }[];
  hasReached: boolean;
}

/**
 * Stops every campaign that has the issue's edition still to send, and cancels it when the end of the approval is certain. It is
 * found by the approval and not by the issue's stage, which follows it a moment later. Called within the transaction that ends
 * the approval: what is stopped and still approved after all goes on when the ledger is witnessed next.
 *
 * @param which `untouched` leaves them alone once one has reached somebody
 * @returns what is cancelled by it, and whether somebody has the approved edition, or may have
 */
export async function stopCampaigns(
  { issues, records, ledger, stops, afterwards, now }: StoppingDependencies,
  { documentId, number, language }: IssueHead,
  by: Actor,
  which: 'untouched' | 'all' = 'untouched',
): Promise<StoppedSends> {
  await issues.lock(documentId);
  const record = await records.standingHead(documentId);
  // A campaign that is being frozen, which the ledger does not show yet, finds the approval ended when this is over; and no
  // witness judges by an approval whose end is under way.
  if (record) await records.claim(record.name);
  // Without a record nobody knows what was approved: nothing of the issue goes out.
  const edition = { number, language, ...(record && { approval: record.name }) };
  const { stopped, hasReached } = await stopEdition(ledger, edition, record ? which : 'all');
  for (const { id } of stopped) stops.set(id, by);
  if (stopped.length > 0)
    await afterwards(async () => {
      for (const { id } of stopped) await cancelCampaign(ledger, id, by, now(), 'approval-ended');
    });
  return { sends: stopped, hasReached: record !== null && hasReached };
}
