import type { Ledger } from '../../ledger';
import { holdOfUid } from '../../ledger/events';
import { readIdentity } from '../../ledger/identity';
import { isSamePlace } from '../../ledger/place';
import { witnessFile } from '../../ledger/witness-file';
import { someDeliveryIn, unfinishedStates } from '../states';
import { holdLedger } from './examine-ledger';
import type { LedgerHold } from './hold-codes';

/** What a worker sees of its ledger at a beat. */
interface Seen {
  uid: string;
  position: number;
  place: string;
}

/**
 * What a worker does every few seconds. It says that it is there, and for each campaign with work to do: a start that finds
 * nobody was for an hour lets what is due wait for a person. And it looks whether the ledger is still the one it works with: one
 * that was restored under its hands has gone back or lies elsewhere, and is held before anything of it leaves.
 *
 * @param options.leavesWitness whether to leave the position with this machine: where no CMS does
 * @returns one beat; it resolves to the hold it has just put on the ledger, null as a rule
 */
export function openHeartbeat(
  ledger: Ledger,
  { now, leavesWitness }: { now: () => Date; leavesWitness: boolean },
): () => Promise<LedgerHold | null> {
  let seen: Seen | null = null;
  const look = async (): Promise<Seen & { hold: string | null }> => {
    const { uid, position, hold } = await readIdentity(ledger);
    return { uid, position, hold, place: await ledger.place() };
  };
  return async () => {
    const beat = await look();
    const { uid, position, place, hold } = beat;
    let found = hold === null && seen !== null ? await changeSince(ledger, seen, beat) : null;
    // Looked at once more: a hold costs a person's decision on each campaign.
    if (found !== null && seen !== null) found = await changeSince(ledger, seen, await look());
    // Before what was seen is forgotten: where it cannot be held now, the next beat finds it again.
    if (found !== null) await holdLedger(ledger, found, now());
    // Once it is released, what it is then counts as right.
    seen = hold === null && found === null ? { uid, position, place } : null;
    if (hold !== null || found !== null) return found;
    await sayThere(ledger);
    if (leavesWitness) await witnessFile(uid).write(position);
    return null;
  };
}

async function changeSince(
  ledger: Ledger,
  before: Seen,
  { uid, position, place }: Seen,
): Promise<LedgerHold | null> {
  // It has another uid after each hold, and a person may have released it between two beats.
  if (uid !== before.uid && (await holdOfUid(ledger, before.uid)) === null) return 'another';
  if (position < before.position) return 'rolled-back';
  return isSamePlace(place, before.place) ? null : 'moved';
}

/** By the database's clock, as leases are: a worker whose own was set back would look as if it had been away for hours. */
async function sayThere(ledger: Ledger): Promise<void> {
  const { now: at } = ledger.dialect;
  await ledger.run(`UPDATE identity SET beat_at = ${at}`);
  await ledger.run(
    `UPDATE campaign SET heartbeat_at = ${at} WHERE id IN (
       SELECT c.id FROM campaign c WHERE c.intent = 'run' AND c.hold IS NULL AND c.start_at <= ${at}
         AND ${someDeliveryIn(unfinishedStates)})`,
  );
}
