import type { Language } from '@nachra/renderer';
import type { Ledger } from '../../ledger';
import {
  reachedStates,
  someDeliveryIn,
  statusOf,
  unfinishedStates,
  type CampaignIntent,
  type CampaignStatus,
} from '../states';

/** Where a campaign stands, without its figures. */
export interface CampaignStanding {
  id: string;
  status: CampaignStatus;
  startAt: Date;
  /** Whether anybody has the message, or may have it. A deferred or rejected message never arrived. */
  hasReached: boolean;
}

/**
 * Where the newest campaign stands that carries an edition; null when none does. One read, which looks into the deliveries by
 * their index and counts none: for whoever asks every few seconds. {@link campaignProgress} counts.
 *
 * @param edition the number, 242, with language and hash of the edition that was approved
 * @example
 * const campaign = await campaignOfEdition(ledger, { number: 242, language: 'fr', hash }, new Date());
 */
export async function campaignOfEdition(
  ledger: Ledger,
  edition: { number: number; language: Language; hash: string },
  now: Date,
): Promise<CampaignStanding | null> {
  const [row] = await ledger.rows<StandingRow>(
    `SELECT c.uid, c.intent, c.start_at,
       CASE WHEN ${someDeliveryIn(unfinishedStates)} THEN 1 ELSE 0 END AS unfinished,
       CASE WHEN ${someDeliveryIn(reachedStates)} THEN 1 ELSE 0 END AS reached
     FROM campaign c JOIN edition e ON e.campaign_id = c.id
     WHERE c.issue_number = ? AND e.language = ? AND e.hash = ?
     ORDER BY c.created_at DESC, c.id DESC LIMIT 1`,
    [edition.number, edition.language, edition.hash],
  );
  if (!row) return null;
  const startAt = new Date(Number(row.start_at));
  const isUnfinished = row.unfinished === 1;
  const status = statusOf({ intent: row.intent, startAt, now, isUnfinished });
  return { id: row.uid, status, startAt, hasReached: row.reached === 1 };
}

interface StandingRow {
  uid: string;
  intent: CampaignIntent;
  start_at: number;
  unfinished: number;
  reached: number;
}
