import type { Ledger } from '../../ledger';
import { readIdentity } from '../../ledger/identity';
import { witnessFile } from '../../ledger/witness-file';
import { idRows, idsOf } from '../changes/claim';
import { ledgerHoldOf, type LedgerHold } from './hold-codes';
import type { LedgerAnchor } from './hold-of';

/** What a witness is to store, and what may go on once it has. */
export interface Testimony {
  anchor: LedgerAnchor;
  /** A held ledger is not to be witnessed: what was stored of it before is what it is held for. */
  hold: LedgerHold | null;
  /** Rows of campaigns that wait for the witness. */
  campaigns: number[];
}

/** Reads what a witness is to store. The campaigns are read first, so the position is not behind any of them. */
export async function readTestimony(ledger: Ledger): Promise<Testimony> {
  const waiting = await ledger.rows<{ id: number }>('SELECT id FROM campaign WHERE witnessed_at IS NULL');
  const { uid, position, hold, linkSecret, personKey } = await readIdentity(ledger);
  return {
    anchor: { ledger: uid, position, linkSecret, personKey },
    hold: ledgerHoldOf(hold),
    campaigns: waiting.map(({ id }) => id),
  };
}

/**
 * Lets campaigns be claimed, once the content database has stored a testimony, and leaves the position with this machine as
 * well. Idempotent.
 */
export async function markWitnessed(ledger: Ledger, testimony: Testimony, now: Date): Promise<void> {
  const { anchor, campaigns } = testimony;
  if (campaigns.length > 0)
    await ledger.run(
      `UPDATE campaign SET witnessed_at = ? WHERE witnessed_at IS NULL AND id IN (${idsOf(ledger.dialect)})`,
      [now.getTime(), idRows(campaigns)],
    );
  await witnessFile(anchor.ledger).write(anchor.position);
}
