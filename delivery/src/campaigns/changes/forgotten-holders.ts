import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Language } from '@nachra/renderer';
import type { NumberLookup } from '../candidates';
import type { Dialect, Ledger, Statements } from '../../ledger';
import { words } from '../../ledger/sql';
import type { DeliveryOutcome } from '../deliveries/delivery';
import { statesBefore } from '../states';
import { idRows, idsOf } from './claim';
import { withdrawRows } from './withdraw';

/** What is known besides the ledger of who has a number. */
export interface Forgotten {
  /** By campaigns that the ledger has lost. */
  lookup: NumberLookup;
  /** The person identifier that each subscriber has today. */
  people: ReadonlyMap<string, string>;
}

/** Deliveries looked at in one turn: three hashes for each take some tens of milliseconds. */
const pieceSize = 2_000;

const hasNumber: DeliveryOutcome = { kind: 'has-number', code: null, enhanced: null, reply: '' };

/**
 * Those of some deliveries whose reader has their edition, another language's or a later round of it by a campaign that the ledger has
 * lost. A reader counts as one of the language that her delivery is in.
 *
 * @returns their rows
 */
export async function forgottenAmong(
  statements: Pick<Statements, 'rows'>,
  dialect: Dialect,
  rowIds: readonly number[],
  { lookup, people }: Forgotten,
): Promise<Set<number>> {
  const rows = await statements.rows<AskedRow>(
    `SELECT d.id, d.subscriber_id, d.person_id, d.address, d.address_key, d.language, e.round FROM delivery d
     JOIN edition e ON e.campaign_id = d.campaign_id AND e.language = d.language WHERE d.id IN (${idsOf(dialect)})`,
    [idRows(rowIds)],
  );
  const holders = rows.filter(({ subscriber_id: subscriberId, person_id, address, address_key, ...of }) => {
    const personId = people.get(subscriberId) ?? person_id;
    const candidate = { subscriberId, personId, address, language: of.language, confirmed: true };
    return [...lookup(candidate, address_key).values()].some((round) => round >= Number(of.round));
  });
  return new Set(holders.map(({ id }) => Number(id)));
}

interface AskedRow {
  id: number;
  subscriber_id: string;
  person_id: string;
  address: string;
  address_key: string;
  language: Language;
  round: number;
}

/**
 * Withdraws from a held campaign what waits for readers who have its number by a campaign that the ledger has lost: before a person lets it
 * go on. Nothing of it leaves meanwhile; others have their turn between two pieces. Idempotent.
 *
 * @returns how many were withdrawn
 */
export async function withdrawForgotten(
  ledger: Ledger,
  campaignId: string,
  forgotten: Forgotten,
  now: Date,
): Promise<number> {
  const { dialect } = ledger;
  let withdrawn = 0;
  for (let last = 0; ; await nextTurn()) {
    const rows = await ledger.rows<{ id: number }>(
      `SELECT id FROM delivery WHERE id > ? AND state IN (${words(statesBefore('suppress'))})
         AND campaign_id IN (SELECT c.id FROM campaign c WHERE c.uid = ? AND c.hold IS NOT NULL)
       ORDER BY id LIMIT ${pieceSize}`,
      [last, campaignId],
    );
    const ids = rows.map(({ id }) => Number(id));
    const holders = await forgottenAmong(ledger, dialect, ids, forgotten);
    if (holders.size > 0)
      withdrawn += await ledger.run(withdrawRows(idsOf(dialect)), [
        ...[now.getTime(), JSON.stringify(hasNumber), idRows([...holders])],
      ]);
    if (rows.length < pieceSize) return withdrawn;
    last = ids.at(-1) ?? last;
  }
}
