import type { Language } from '@nachra/renderer';
import type { ExclusionReason } from '../candidates';
import type { CampaignHold } from '../holds';
import type { Ledger } from '../../ledger';
import {
  campaignStatus,
  deliveryStates,
  shownState,
  stateCounts,
  totalOf,
  type CampaignIntent,
  type CampaignStatus,
  type DeliveryState,
  type StateCounts,
} from '../states';

/** How far a campaign is. `counts` adds up to `recipients`, always. */
export interface CampaignProgress {
  id: string;
  key: string;
  issueId: string;
  issueNumber: number;
  issueTitle: string;
  status: CampaignStatus;
  /** Why it waits for a person to decide; null when it does not. */
  hold: CampaignHold | null;
  startAt: Date;
  createdAt: Date;
  createdBy: string;
  recipients: number;
  exclusions: number;
  exclusionsByReason: { reason: ExclusionReason; count: number }[];
  counts: StateCounts;
  /** The same for each edition that somebody gets. */
  byLanguage: EditionProgress[];
  /** Who waits for an edition in her language, by that language. */
  waiting: { language: Language; readers: number }[];
  /** The correction that it is for; null for a first sending. */
  correction: { round: number; reason: string } | null;
}

/** How far one edition of a campaign is. `counts` adds up to `recipients`. */
export interface EditionProgress {
  language: Language;
  recipients: number;
  counts: StateCounts;
}

/** A campaign as the table holds it. */
interface CampaignRow {
  id: number;
  uid: string;
  key: string;
  issue_id: string;
  issue_number: number;
  issue_title: string;
  created_by: string;
  created_at: number;
  start_at: number;
  intent: CampaignIntent;
  hold: CampaignHold | null;
  recipients: number;
  exclusions: number;
  round: number;
  correction_reason: string | null;
}

const campaignColumns =
  'id, uid, key, issue_id, issue_number, issue_title, created_by, created_at, start_at, intent, hold, recipients, exclusions, round, correction_reason';

/** How far a campaign is, from its rows as they are; null when there is no such campaign. */
export async function campaignProgress(
  ledger: Ledger,
  campaignId: string,
  now: Date = new Date(),
): Promise<CampaignProgress | null> {
  const [campaign] = await ledger.rows<CampaignRow>(`SELECT ${campaignColumns} FROM campaign WHERE uid = ?`, [
    campaignId,
  ]);
  if (!campaign) return null;
  return progressOf(
    campaign,
    await editionsOf(ledger, campaign.id),
    await leftOutOf(ledger, campaign.id),
    now,
  );
}

async function editionsOf(ledger: Ledger, campaign: number): Promise<EditionProgress[]> {
  const rows = await ledger.rows<{ language: Language; state: DeliveryState; count: number }>(
    `SELECT language, state, SUM(count) AS count FROM (
       SELECT d.language, ${shownState} AS state, COUNT(*) AS count
       FROM delivery d JOIN campaign c ON c.id = d.campaign_id
       WHERE d.campaign_id = ? GROUP BY d.language, d.state, c.intent
     ) AS shown GROUP BY language, state ORDER BY language`,
    [campaign],
  );
  const counted = new Map<Language, StateCounts>();
  for (const { language, state, count } of rows) {
    const counts = counted.get(language) ?? stateCounts();
    counted.set(language, { ...counts, [state]: Number(count) });
  }
  return [...counted].map(([language, counts]) => ({ language, recipients: totalOf(counts), counts }));
}

type LeftOut = Pick<CampaignProgress, 'exclusionsByReason' | 'waiting'>;

async function leftOutOf(ledger: Ledger, campaign: number): Promise<LeftOut> {
  const reasons = await ledger.rows<{ reason: ExclusionReason; count: number }>(
    'SELECT reason, COUNT(*) AS count FROM exclusion WHERE campaign_id = ? GROUP BY reason ORDER BY reason',
    [campaign],
  );
  const waiting = await ledger.rows<{ language: Language; readers: number }>(
    `SELECT language, COUNT(*) AS readers FROM exclusion
     WHERE campaign_id = ? AND reason = 'awaits-edition' GROUP BY language ORDER BY language`,
    [campaign],
  );
  return {
    exclusionsByReason: reasons.map(({ reason, count }) => ({ reason, count: Number(count) })),
    waiting: waiting.map(({ language, readers }) => ({ language, readers: Number(readers) })),
  };
}

function sumOf(editions: readonly EditionProgress[]): StateCounts {
  const sums = stateCounts();
  for (const { counts } of editions) for (const state of deliveryStates) sums[state] += counts[state];
  return sums;
}

function progressOf(
  row: CampaignRow,
  byLanguage: EditionProgress[],
  leftOut: LeftOut,
  now: Date,
): CampaignProgress {
  const counts = sumOf(byLanguage);
  const startAt = new Date(Number(row.start_at));
  return {
    id: row.uid,
    key: row.key,
    issueId: row.issue_id,
    issueNumber: row.issue_number,
    issueTitle: row.issue_title,
    status: campaignStatus({ intent: row.intent, startAt, now, counts }),
    hold: row.hold,
    startAt,
    createdAt: new Date(Number(row.created_at)),
    createdBy: row.created_by,
    recipients: row.recipients,
    exclusions: row.exclusions,
    counts,
    byLanguage,
    ...leftOut,
    correction: row.correction_reason === null ? null : { round: row.round, reason: row.correction_reason },
  };
}
