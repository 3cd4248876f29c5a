import type { Ledger } from '../../ledger';
import type { DeliveryOutcome } from '../deliveries/delivery';
import { heldOfOpenNumbers, statesBefore, type DeliveryState } from '../states';
import { idRows, idsOf } from './claim';
import type { OnePerson } from './known-holders';
import { withdrawRows } from './withdraw';

/** Subscribers asked for at once: few have a second address. */
const pieceSize = 500;

const hasNumber: DeliveryOutcome = { kind: 'has-number', code: null, enhanced: null, reply: '' };

/**
 * Withdraws what still waits for somebody who has, or gets, the same number at another address: an identifier that was filled in
 * since says that two subscribers are one person. What has left stays, then what was frozen first. A correction is no double of
 * what it corrects. Idempotent.
 *
 * @param onePerson by subscriber, all that are known today to be one person with her
 * @returns how many were withdrawn
 */
export async function withdrawDoubles(ledger: Ledger, onePerson: OnePerson, now: Date): Promise<number> {
  const subscribers = [...onePerson.keys()];
  let withdrawn = 0;
  for (let from = 0; from < subscribers.length; from += pieceSize) {
    // Whole groups: a double is found from either side.
    const piece = new Set(subscribers.slice(from, from + pieceSize).flatMap((id) => onePerson.get(id) ?? []));
    withdrawn += await withdrawAmong(ledger, piece, onePerson, now);
  }
  return withdrawn;
}

async function withdrawAmong(
  ledger: Ledger,
  subscribers: ReadonlySet<string>,
  onePerson: OnePerson,
  now: Date,
): Promise<number> {
  const { dialect } = ledger;
  return ledger.transaction(async (statements) => {
    // A write that changes nothing: it takes the lock.
    await statements.run(`UPDATE campaign SET intent = intent WHERE id = 0`);
    const rows = await statements.rows<HeldRow>(
      heldOfOpenNumbers(
        'd.id, d.subscriber_id, d.state, c.issue_number, e.round',
        dialect.rowsFromJson([['id', 'text']]),
      ),
      [JSON.stringify([...subscribers].map((id) => [id]))],
    );
    const doubles = doublesAmong(rows, onePerson);
    if (doubles.length === 0) return 0;
    return statements.run(withdrawRows(idsOf(dialect)), [
      now.getTime(),
      JSON.stringify(hasNumber),
      idRows(doubles),
    ]);
  });
}

interface HeldRow {
  id: number;
  subscriber_id: string;
  state: DeliveryState;
  issue_number: number;
  round: number;
}

/** Rows that can be held back and whose person has their number, or a later round of it, by another subscriber. Pure. */
function doublesAmong(rows: readonly HeldRow[], onePerson: OnePerson): number[] {
  const waiting: readonly DeliveryState[] = statesBefore('suppress');
  const hasLeft = rows.filter(({ state }) => !waiting.includes(state));
  const kept = [...hasLeft];
  const doubles: number[] = [];
  for (const row of rows.filter(({ state }) => waiting.includes(state))) {
    const others = onePerson.get(row.subscriber_id) ?? [];
    const isHeld = kept.some(
      (one) =>
        one.issue_number === row.issue_number &&
        one.subscriber_id !== row.subscriber_id &&
        others.includes(one.subscriber_id) &&
        Number(one.round) >= Number(row.round),
    );
    if (isHeld) doubles.push(Number(row.id));
    else kept.push(row);
  }
  return doubles;
}
