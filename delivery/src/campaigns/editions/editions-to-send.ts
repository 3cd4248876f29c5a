import type { Language } from '@nachra/renderer';
import type { Ledger } from '../../ledger';
import { idRows, idsOf } from '../changes/claim';
import { parseDeliveryId } from '../deliveries/delivery';
import { unfinishedStates } from '../states';
import { words } from '../../ledger/sql';

/** An edition of a campaign, and what says whether it may still be sent. */
export interface EditionToSend {
  language: Language;
  /** Which correction of the issue it is; 0 for none. */
  round: number;
  /** The approval it leaves by; null where nobody keeps any. */
  approval: string | null;
}

/**
 * The editions of a campaign that some of its deliveries are of: for whoever keeps the approvals, and asks whether they stand
 * before those are sent.
 *
 * @param which public ids, or `unfinished` for all that is still to be sent
 * @example
 * const editions = await editionsToSend(ledger, campaignId, ['…-7']);
 */
export async function editionsToSend(
  ledger: Ledger,
  campaignId: string,
  which: readonly string[] | 'unfinished',
): Promise<EditionToSend[]> {
  const wanted =
    which === 'unfinished'
      ? { sql: `d.state IN (${words(unfinishedStates)})`, bindings: [] }
      : { sql: `d.id IN (${idsOf(ledger.dialect)})`, bindings: [idRows(rowsOf(campaignId, which))] };
  return ledger.rows<EditionToSend>(
    `SELECT e.language, e.round, e.approval FROM campaign c JOIN edition e ON e.campaign_id = c.id
     WHERE c.uid = ? AND EXISTS (
       SELECT 1 FROM delivery d WHERE d.campaign_id = c.id AND d.language = e.language AND ${wanted.sql}
     ) ORDER BY e.language`,
    [campaignId, ...wanted.bindings],
  );
}

/** Of the public ids of deliveries, the rows of those that are of the campaign. Pure. */
export function rowsOf(campaignId: string, deliveryIds: readonly string[]): number[] {
  return deliveryIds.flatMap((id) => {
    const parsed = parseDeliveryId(id);
    return parsed?.campaignUid === campaignId ? [parsed.rowId] : [];
  });
}
