import type { Language } from '@nachra/renderer';
import type { Ledger } from '../../ledger';
import {
  reachedStates,
  someOfEditionIn,
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

/** Of several campaigns that carry an edition, the one that still has work stands for it. */
const busiestFirst: readonly CampaignStatus[] = ['running', 'paused', 'scheduled'];

/**
 * Where the campaign stands that carries an edition; null when none does. Of several (the first, then the rest of a list) it is
 * one that still has work, else the newest. What counts is this edition alone: another language may still be on its way. One
 * read, which looks into the deliveries by their index and counts none: for whoever asks every few seconds.
 * {@link campaignProgress} counts.
 *
 * @param edition the number, 242, with the language, and with the approval that the edition leaves by: two approvals may be
 *   of the same bytes. Without one, any edition of number and language is meant
 * @example
 * const campaign = await campaignOfEdition(ledger, { number: 242, language: 'fr', approval }, new Date());
 */
export async function campaignOfEdition(
  ledger: Ledger,
  edition: { number: number; language: Language; approval?: string },
  now: Date,
): Promise<CampaignStanding | null> {
  const { number, language, approval } = edition;
  const rows = await ledger.rows<StandingRow>(
    `SELECT c.uid, c.intent, c.start_at,
       CASE WHEN ${someOfEditionIn(unfinishedStates)} THEN 1 ELSE 0 END AS unfinished,
       CASE WHEN ${someOfEditionIn(reachedStates)} THEN 1 ELSE 0 END AS reached
     FROM campaign c JOIN edition e ON e.campaign_id = c.id
     WHERE c.issue_number = ? AND e.language = ? ${approval === undefined ? '' : 'AND e.approval = ?'}
     ORDER BY c.created_at DESC, c.id DESC`,
    [number, language, ...(approval === undefined ? [] : [approval])],
  );
  const hasReached = rows.some(({ reached }) => reached === 1);
  const standings = rows.map(({ uid, intent, start_at, unfinished }): CampaignStanding => {
    const startAt = new Date(Number(start_at));
    const status = statusOf({ intent, startAt, now, isUnfinished: unfinished === 1 });
    return { id: uid, status, startAt, hasReached };
  });
  const [busiest] = busiestFirst.flatMap((wanted) => standings.find(({ status }) => status === wanted) ?? []);
  return busiest ?? standings[0] ?? null;
}

interface StandingRow {
  uid: string;
  intent: CampaignIntent;
  start_at: number;
  unfinished: number;
  reached: number;
}

/** Of some campaigns, by their public ids, those that this ledger does not know: another one, or one that was lost, had them. */
export async function unknownCampaigns(ledger: Ledger, ids: readonly string[]): Promise<string[]> {
  const marks = ids.map(() => '?').join(', ');
  const rows =
    ids.length === 0
      ? []
      : await ledger.rows<{ uid: string }>(`SELECT uid FROM campaign WHERE uid IN (${marks})`, ids);
  const known = new Set(rows.map(({ uid }) => uid));
  return ids.filter((id) => !known.has(id));
}
