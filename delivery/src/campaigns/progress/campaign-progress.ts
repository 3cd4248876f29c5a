import type { ExclusionReason } from '../candidates';
import type { CampaignHold } from '../holds';
import type { Binding, Ledger } from '../../ledger';
import {
  campaignStatus,
  stateCounts,
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
}

const campaignColumns =
  'id, uid, key, issue_id, issue_number, issue_title, created_by, created_at, start_at, intent, hold, recipients, exclusions';

/** How far a campaign is, from its rows as they are; null when there is no such campaign. */
export async function campaignProgress(
  ledger: Ledger,
  campaignId: string,
  now: Date = new Date(),
): Promise<CampaignProgress | null> {
  const [progress] = await progressWhere(ledger, 'uid = ?', [campaignId], now);
  return progress ?? null;
}

/** The campaigns of some issues or of one number, newest first; all of them without a filter. */
export async function listCampaigns(
  ledger: Ledger,
  filter: { issueIds?: readonly string[]; issueNumber?: number },
  now: Date = new Date(),
): Promise<CampaignProgress[]> {
  const conditions = ['1 = 1'];
  const bindings: Binding[] = [];
  if (filter.issueIds) {
    if (filter.issueIds.length === 0) return [];
    conditions.push(`issue_id IN (${filter.issueIds.map(() => '?').join(', ')})`);
    bindings.push(...filter.issueIds);
  }
  if (filter.issueNumber !== undefined) {
    conditions.push('issue_number = ?');
    bindings.push(filter.issueNumber);
  }
  return progressWhere(ledger, conditions.join(' AND '), bindings, now);
}

async function progressWhere(
  ledger: Ledger,
  condition: string,
  bindings: Binding[],
  now: Date,
): Promise<CampaignProgress[]> {
  const campaigns = await ledger.rows<CampaignRow>(
    `SELECT ${campaignColumns} FROM campaign WHERE ${condition} ORDER BY created_at DESC, id DESC`,
    bindings,
  );
  return Promise.all(
    campaigns.map(async (campaign) =>
      progressOf(campaign, await countsOf(ledger, campaign.id), await exclusionsOf(ledger, campaign.id), now),
    ),
  );
}

async function countsOf(ledger: Ledger, campaign: number): Promise<StateCounts> {
  const rows = await ledger.rows<{ state: DeliveryState; count: number }>(
    'SELECT state, COUNT(*) AS count FROM delivery WHERE campaign_id = ? GROUP BY state',
    [campaign],
  );
  return stateCounts(Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])));
}

async function exclusionsOf(
  ledger: Ledger,
  campaign: number,
): Promise<CampaignProgress['exclusionsByReason']> {
  const rows = await ledger.rows<{ reason: ExclusionReason; count: number }>(
    'SELECT reason, COUNT(*) AS count FROM exclusion WHERE campaign_id = ? GROUP BY reason ORDER BY reason',
    [campaign],
  );
  return rows.map(({ reason, count }) => ({ reason, count: Number(count) }));
}

function progressOf(
  row: CampaignRow,
  counts: StateCounts,
  exclusionsByReason: CampaignProgress['exclusionsByReason'],
  now: Date,
): CampaignProgress {
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
    exclusionsByReason,
    counts,
  };
}
