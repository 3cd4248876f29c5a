import type { Language } from '@nachra/renderer';
import type { Binding, Ledger } from '../../ledger';
import type { CampaignHold } from '../holds';
import {
  someDeliveryIn,
  statusOf,
  unfinishedStates,
  type CampaignIntent,
  type CampaignStatus,
} from '../states';

/** A campaign without its figures. */
export interface CampaignHead {
  id: string;
  key: string;
  issueId: string;
  issueNumber: number;
  status: CampaignStatus;
  /** Why it waits for a person to decide; null when it does not. */
  hold: CampaignHold | null;
  /** Of the editions that somebody gets. */
  languages: Language[];
}

/** Which campaigns are meant: each condition that is given has to hold. */
interface CampaignFilter {
  issueId?: string;
  issueNumbers?: readonly number[];
}

/**
 * Campaigns, newest first; all of them without a filter. One read, which counts nothing: for whoever looks for one, or asks about
 * several. `campaignProgress` counts.
 */
export async function listCampaigns(
  ledger: Ledger,
  filter: CampaignFilter = {},
  now: Date = new Date(),
): Promise<CampaignHead[]> {
  const { issueId, issueNumbers } = filter;
  const conditions = ['1 = 1'];
  const bindings: Binding[] = [];
  if (issueId !== undefined) {
    conditions.push('c.issue_id = ?');
    bindings.push(issueId);
  }
  if (issueNumbers) {
    if (issueNumbers.length === 0) return [];
    conditions.push(`c.issue_number IN (${issueNumbers.map(() => '?').join(', ')})`);
    bindings.push(...issueNumbers);
  }
  const rows = await ledger.rows<HeadRow>(
    `SELECT c.uid, c.key, c.issue_id, c.issue_number, c.intent, c.start_at, c.hold, e.language,
       CASE WHEN ${someDeliveryIn(unfinishedStates)} THEN 1 ELSE 0 END AS unfinished
     FROM campaign c JOIN edition e ON e.campaign_id = c.id
     WHERE ${conditions.join(' AND ')} ORDER BY c.created_at DESC, c.id DESC, e.language`,
    bindings,
  );
  const heads = new Map<string, CampaignHead>();
  for (const row of rows) {
    const head = heads.get(row.uid) ?? headOf(row, now);
    head.languages.push(row.language);
    heads.set(row.uid, head);
  }
  return [...heads.values()];
}

function headOf(row: HeadRow, now: Date): CampaignHead {
  const startAt = new Date(Number(row.start_at));
  return {
    id: row.uid,
    key: row.key,
    issueId: row.issue_id,
    issueNumber: row.issue_number,
    status: statusOf({ intent: row.intent, startAt, now, isUnfinished: row.unfinished === 1 }),
    hold: row.hold,
    languages: [],
  };
}

interface HeadRow {
  uid: string;
  key: string;
  issue_id: string;
  issue_number: number;
  intent: CampaignIntent;
  start_at: number;
  hold: CampaignHold | null;
  language: Language;
  unfinished: number;
}
