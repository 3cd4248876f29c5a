import { languages, type Language } from '@nachra/renderer';
import type { Ledger } from '../../ledger';
import { awaitsPictures, someDeliveryIn, unfinishedStates } from '../states';

/** A campaign whose hour has come, and of which nothing leaves before somebody has looked at its pictures. */
interface CampaignAwaitingPictures {
  /** The row's number in the ledger, and the campaign's id. */
  row: number;
  id: string;
  /** Those of its editions. */
  languages: Language[];
}

/**
 * Campaigns that are due, and wait for nothing but for somebody who looks at the pictures that their mails link to. None of a ledger
 * that is held.
 */
export async function campaignsAwaitingPictures(ledger: Ledger): Promise<CampaignAwaitingPictures[]> {
  const rows = await ledger.rows<{ id: number; uid: string; language: Language }>(
    `SELECT c.id, c.uid, e.language FROM campaign c JOIN edition e ON e.campaign_id = c.id
     WHERE ${awaitsPictures} AND c.start_at <= ${ledger.dialect.now} AND ${someDeliveryIn(unfinishedStates)}
     ORDER BY c.start_at, c.id`,
  );
  const campaigns = new Map<number, CampaignAwaitingPictures>();
  for (const { id: row, uid: id } of rows) {
    const own = rows.filter((edition) => edition.id === row).map(({ language }) => language);
    campaigns.set(row, { row, id, languages: languages.filter((one) => own.includes(one)) });
  }
  return [...campaigns.values()];
}

/**
 * Lets a campaign leave whose pictures were found whole. Idempotent.
 *
 * @param campaign the row
 */
export async function markPictures(ledger: Ledger, campaign: number, now: Date): Promise<void> {
  await ledger.run('UPDATE campaign SET pictures_at = ? WHERE id = ? AND pictures_at IS NULL', [
    now.getTime(),
    campaign,
  ]);
}
