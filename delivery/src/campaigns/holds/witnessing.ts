import type { Ledger } from '../../ledger';
import { readIdentity } from '../../ledger/identity';
import { witnessFile } from '../../ledger/witness-file';
import { idRows, idsOf } from '../changes/claim';
import { attest, readAsking } from './attestation';
import { ledgerHoldOf, type LedgerHold } from './hold-codes';
import type { LedgerAnchor } from './hold-of';

/** What a witness is to store, and what may go on once it has. */
export interface Testimony {
  anchor: LedgerAnchor;
  /** The position that a content database stored last; null for none yet. One that knows less is older than it was. */
  stored: number | null;
  /** How many sessions the content had ended, as far as the ledger was told; see {@link witnessSessions}. */
  sessionsEnded: number;
  /** A held ledger is not to be witnessed: what was stored of it before is what it is held for. */
  hold: LedgerHold | null;
  /** Campaigns that wait for the witness, and not for a person. */
  campaigns: WaitingCampaign[];
  /** Workers that wait for it. */
  workers: string[];
}

/** A campaign that has been frozen, and of which nothing leaves yet. */
export interface WaitingCampaign {
  /** The row's number in the ledger, and the campaign's id. */
  row: number;
  id: string;
  /** The approvals its editions leave by, as they were named when it was frozen; empty for one that was not named. */
  approvals: string[];
}

/** Reads what a witness is to store. Who waits for it is read first, so the position is not behind any of them. */
export async function readTestimony(ledger: Ledger): Promise<Testimony> {
  const workers = await readAsking(ledger);
  const waiting = await ledger.rows<{ id: number; uid: string; approval: string | null }>(
    `SELECT c.id, c.uid, e.approval FROM campaign c JOIN edition e ON e.campaign_id = c.id
     WHERE c.witnessed_at IS NULL AND c.intent <> 'cancel' AND c.hold IS NULL ORDER BY c.issue_number DESC, e.language`,
  );
  const campaigns = new Map<number, WaitingCampaign>();
  for (const { id: row, uid: id, approval } of waiting) {
    const campaign = campaigns.get(row) ?? { row, id, approvals: [] };
    campaign.approvals.push(approval ?? '');
    campaigns.set(row, campaign);
  }
  const { uid, position, contentPosition, sessionsEnded, hold, linkSecret, personKey } =
    await readIdentity(ledger);
  return {
    anchor: { ledger: uid, position, linkSecret, personKey },
    stored: contentPosition,
    sessionsEnded,
    hold: ledgerHoldOf(hold),
    campaigns: [...campaigns.values()],
    workers,
  };
}

/**
 * Lets campaigns be claimed and workers begin, once the content database has stored a testimony, and leaves the position with the ledger and
 * with this machine as well. Idempotent.
 *
 * @param testimony with those campaigns only whose approvals still stand
 */
export async function markWitnessed(ledger: Ledger, testimony: Testimony, now: Date): Promise<void> {
  const { anchor, campaigns, workers } = testimony;
  if (campaigns.length > 0)
    await ledger.run(
      `UPDATE campaign SET witnessed_at = ? WHERE witnessed_at IS NULL AND id IN (${idsOf(ledger.dialect)})`,
      [now.getTime(), idRows(campaigns.map(({ row }) => row))],
    );
  await ledger.run('UPDATE identity SET content_position = ? WHERE uid = ?', [
    anchor.position,
    anchor.ledger,
  ]);
  await attest(ledger, workers);
  await witnessFile(anchor.ledger).write(anchor.position);
}

/**
 * Leaves with the ledger how many sessions of the admin the content has ended so far: where a content that was put back knows of fewer,
 * some of its sessions were ended since. Never fewer than it was told before.
 *
 * @returns how many the ledger knows of now
 */
export async function witnessSessions(ledger: Ledger, ended: number): Promise<number> {
  await ledger.run('UPDATE identity SET sessions_ended = ? WHERE sessions_ended < ?', [ended, ended]);
  return (await readIdentity(ledger)).sessionsEnded;
}
