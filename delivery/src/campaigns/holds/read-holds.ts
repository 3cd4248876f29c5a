import { z } from 'zod';
import type { Actor, Ledger } from '../../ledger';
import { readIdentity } from '../../ledger/identity';
import { someDeliveryIn, unfinishedStates } from '../states';
import { journalDifferenceSchema, type JournalDifference } from './journal-difference';
import { ledgerHoldOf, type CampaignHold, type LedgerHold } from './hold-codes';

/** A campaign that waits for a person. */
export interface HeldCampaign {
  id: string;
  hold: CampaignHold;
}

/** What a person has decided since the ledger is held. */
export interface HoldDecision {
  at: Date;
  by: Actor;
  choice: string;
  /** Where the campaign stood: one that goes on goes on so. Null of one that is lost, and was decided for its issue. */
  status: string | null;
  number: number | null;
  /** Of the campaign's editions. */
  languages: string[];
}

/** What is held, and what is known of it. */
interface Holds {
  hold: LedgerHold | null;
  heldAt: Date | null;
  /** When the backup was made that the ledger was read back from: of what left later nothing is known. Null without one. */
  madeAt: Date | null;
  /** What was found of the content's journal, where that is why. Null otherwise. */
  journal: JournalDifference | null;
  campaigns: HeldCampaign[];
  /** How many campaigns keep the ledger from being released. */
  undecided: number;
  /** In the order in which they were made; none while the ledger is not held. */
  decisions: HoldDecision[];
}

/**
 * The rows of campaigns that somebody has to decide on before the ledger is released, as a condition on `c`. One that was left alone for too
 * long keeps nothing but itself; one whose readers have all left meanwhile has nobody to decide about.
 */
export const isUndecided = `c.hold IS NOT NULL AND c.hold <> 'silent-too-long' AND ${someDeliveryIn(unfinishedStates)}`;

const heldSchema = z.object({ journal: journalDifferenceSchema });
const restoreSchema = z.object({ madeAt: z.coerce.date() });
const decisionSchema = z.object({
  choice: z.string(),
  status: z.string().nullish(),
  number: z.number().nullish(),
  language: z.string().nullish(),
});

/** Why the ledger is held and since when, which campaigns wait for a person, and what was decided. Null and none when all is well. */
export async function readHolds(ledger: Ledger): Promise<Holds> {
  const { hold, heldAt } = await readIdentity(ledger);
  const campaigns = await ledger.rows<{ uid: string; hold: CampaignHold; is_undecided: number }>(
    `SELECT c.uid, c.hold, CASE WHEN ${isUndecided} THEN 1 ELSE 0 END AS is_undecided
     FROM campaign c WHERE c.hold IS NOT NULL ORDER BY c.created_at DESC, c.id DESC`,
  );
  return {
    hold: ledgerHoldOf(hold),
    heldAt,
    madeAt: hold === 'restored' ? await backupMadeAt(ledger) : null,
    journal: hold === 'journal-changed' ? await journalFound(ledger) : null,
    campaigns: campaigns.map(({ uid, hold: why }) => ({ id: uid, hold: why })),
    undecided: campaigns.filter(({ is_undecided: undecided }) => undecided === 1).length,
    decisions: hold === null ? [] : await decisionsSinceHold(ledger),
  };
}

async function backupMadeAt(ledger: Ledger): Promise<Date | null> {
  const [restored] = await ledger.rows<{ data: string | null }>(
    `SELECT data FROM event WHERE name = 'ledger.restored' ORDER BY id DESC LIMIT 1`,
  );
  return restoreSchema.safeParse(JSON.parse(restored?.data ?? 'null')).data?.madeAt ?? null;
}

async function journalFound(ledger: Ledger): Promise<JournalDifference | null> {
  const [held] = await ledger.rows<{ data: string | null }>(
    `SELECT data FROM event WHERE name = 'ledger.held' ORDER BY id DESC LIMIT 1`,
  );
  return heldSchema.safeParse(JSON.parse(held?.data ?? 'null')).data?.journal ?? null;
}

/** By the numbers of events and not by their hours: a machine that was put back may have another clock. */
async function decisionsSinceHold(ledger: Ledger): Promise<HoldDecision[]> {
  const rows = await ledger.rows<{
    at: number;
    by_id: string;
    by_name: string;
    data: string | null;
    issue_number: number | null;
    campaign_id: number | null;
  }>(
    `SELECT v.at, v.by_id, v.by_name, v.data, v.campaign_id, c.issue_number FROM event v LEFT JOIN campaign c ON c.id = v.campaign_id
     WHERE v.name IN ('campaign.hold-decided', 'issue.hold-decided')
       AND v.id > COALESCE((SELECT MAX(id) FROM event WHERE name = 'ledger.held'), 0) ORDER BY v.id`,
  );
  const editions = await ledger.rows<{ campaign_id: number; language: string }>(
    `SELECT campaign_id, language FROM edition WHERE campaign_id IN (
       SELECT campaign_id FROM event WHERE name = 'campaign.hold-decided') ORDER BY language DESC`,
  );
  return rows.flatMap((row) => {
    const decision = decisionSchema.safeParse(JSON.parse(row.data ?? 'null')).data;
    if (decision === undefined) return [];
    const { choice, status = null, number, language } = decision;
    const ofCampaign = editions.filter((edition) => edition.campaign_id === row.campaign_id);
    const by = { id: row.by_id, name: row.by_name };
    const languages = language ? [language] : ofCampaign.map((edition) => edition.language);
    const about = { status, number: number ?? row.issue_number, languages };
    return [{ at: new Date(Number(row.at)), by, choice, ...about }];
  });
}
