import type { Ledger } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { someOfEditionIn, unfinishedStates } from '../states';
import type { CampaignHold } from './hold-codes';

const hold: CampaignHold = 'approval-unknown';

/**
 * Holds every campaign that has still to send an edition whose approval the content knows nothing of: the content is older than
 * the ledger, or another one, and nobody can read there what would leave, or take it back. Idempotent.
 *
 * @param isKnown whether the content has that approval on record, of an edition with that hash, whatever became of it
 * @returns the ids of those that are held by this call
 */
export async function holdUnapproved(
  ledger: Ledger,
  isKnown: (approval: string, hash: string) => Promise<boolean>,
  now: Date,
): Promise<string[]> {
  const editions = await ledger.rows<{ uid: string; approval: string; hash: string }>(
    `SELECT DISTINCT c.uid, e.approval, e.hash FROM campaign c JOIN edition e ON e.campaign_id = c.id
     WHERE c.intent <> 'cancel' AND c.hold IS NULL AND e.approval IS NOT NULL AND ${someOfEditionIn(unfinishedStates)}`,
  );
  const unknown = new Set<string>();
  for (const { uid, approval, hash } of editions) if (!(await isKnown(approval, hash))) unknown.add(uid);
  const held: string[] = [];
  for (const uid of unknown)
    await ledger.transaction(async (statements) => {
      const [row] = await statements.rows<{ id: number }>(
        'UPDATE campaign SET hold = ? WHERE uid = ? AND hold IS NULL RETURNING id',
        [hold, uid],
      );
      if (!row) return;
      await appendEvent(statements, { name: 'campaign.held', at: now, campaignId: row.id, data: { hold } });
      held.push(uid);
    });
  return held;
}
