import type { Language } from '@nachra/renderer';
import type { ExclusionReason } from '../candidates';
import type { Binding, Ledger } from '../../ledger';
import type { PageRequest } from '../../ledger/sql';

/** Somebody who was left out of a campaign. The ledger knows her by her id alone, so that erasure has one place less to reach. */
export interface ExcludedReader {
  subscriberId: string;
  reason: ExclusionReason;
  /** Her own. */
  language: Language | null;
}

/** Which of those who were left out: all, those of one reason, those with certain ids. */
export interface ExclusionFilter {
  reason?: ExclusionReason;
  subscriberIds?: readonly string[];
}

/** Lists who was left out of a campaign and why, by their ids, a page at a time. */
export async function listExclusions(
  ledger: Ledger,
  campaignId: string,
  { page, pageSize, reason, subscriberIds }: Omit<PageRequest, 'search'> & ExclusionFilter,
): Promise<{ rows: ExcludedReader[]; total: number }> {
  const conditions = ['c.uid = ?'];
  const bindings: Binding[] = [campaignId];
  if (reason) {
    conditions.push('x.reason = ?');
    bindings.push(reason);
  }
  if (subscriberIds) {
    conditions.push(`x.subscriber_id IN (${ledger.dialect.rowsFromJson([['id', 'text']])})`);
    bindings.push(JSON.stringify(subscriberIds.map((id) => [id])));
  }
  const from = `FROM exclusion x JOIN campaign c ON c.id = x.campaign_id WHERE ${conditions.join(' AND ')}`;
  const [count] = await ledger.rows<{ total: number }>(`SELECT COUNT(*) AS total ${from}`, bindings);
  const rows = await ledger.rows<ExclusionRow>(
    `SELECT x.subscriber_id, x.reason, x.language ${from} ORDER BY x.subscriber_id, x.reason LIMIT ? OFFSET ?`,
    [...bindings, pageSize, (page - 1) * pageSize],
  );
  return {
    rows: rows.map(({ subscriber_id: subscriberId, ...row }) => ({ subscriberId, ...row })),
    total: Number(count?.total ?? 0),
  };
}

interface ExclusionRow {
  subscriber_id: string;
  reason: ExclusionReason;
  language: Language | null;
}
