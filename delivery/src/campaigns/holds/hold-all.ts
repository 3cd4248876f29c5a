import type { Statements } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { randomUid, type LedgerIdentity } from '../../ledger/identity';
import { someDeliveryIn, unfinishedStates } from '../states';
import type { LedgerHold } from './hold-codes';
import type { JournalDifference } from './journal-difference';

/**
 * Holds a ledger and each of its campaigns with work left, and writes down which ledger it was. It has a new uid from here on: its
 * events are others than those of the ledger it may be an old copy of, whatever their numbers.
 *
 * @param before as it was read before the transaction
 * @param which `unheld` leaves a ledger that is held already as it is
 * @returns whether it is held by this call
 */
export async function holdAll(
  statements: Statements,
  { uid: was, position }: Pick<LedgerIdentity, 'uid' | 'position'>,
  { hold, now, ...data }: { hold: LedgerHold; now: Date; to?: string; journal?: JournalDifference },
  which: 'any' | 'unheld' = 'any',
): Promise<boolean> {
  const held = await statements.run(
    `UPDATE identity SET hold = ?, held_at = ?, uid = ? ${which === 'unheld' ? 'WHERE hold IS NULL' : ''}`,
    [hold, now.getTime(), randomUid()],
  );
  if (held === 0) return false;
  await statements.run(
    `UPDATE campaign SET hold = ? WHERE intent <> 'cancel' AND id IN (
       SELECT c.id FROM campaign c WHERE ${someDeliveryIn(unfinishedStates)})`,
    [hold],
  );
  await appendEvent(statements, { name: 'ledger.held', at: now, data: { hold, was, position, ...data } });
  return true;
}
