import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ledger, Statements } from '../../ledger';
import type { NumberTerms } from '../candidates';
import { personIn } from '../links/person-hash';
import { pieceOfHolders } from '../states';

/** Deliveries read by one statement: some milliseconds on SQLite, which answers within the turn. */
const pieceSize = 2_000;

/**
 * Who has a number already, in which round: by subscriber, by person and by address, whichever of them has stayed the same.
 * Reads nothing but the campaigns when the number has never been sent. Others have their turn between two pieces: a hundred thousand
 * deliveries at once held everything up for the better part of a second.
 *
 * @param except a campaign that does not count, by its row: the one that is being frozen
 */
export async function readHeldRounds(
  statements: Pick<Statements, 'rows'>,
  ledger: Pick<Ledger, 'personKey'>,
  issueNumber: number,
  except = 0,
): Promise<NumberTerms['roundOf']> {
  const campaigns = await statements.rows<{ id: number }>(
    'SELECT id FROM campaign WHERE issue_number = ? AND id <> ?',
    [issueNumber, except],
  );
  const [people, addresses, erased] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const { id } of campaigns)
    for await (const { subscriber_id, person_id, address_key, round } of holdersIn(statements, id)) {
      raise(people, subscriber_id, round);
      if (person_id !== '') raise(people, person_id, round);
      // Where the address was erased, the person's hash stands in its place.
      raise(address_key.includes('@') ? addresses : erased, address_key, round);
    }
  // A hash costs more than all else that is asked of a candidate.
  const erasedRound = (addressKey: string) =>
    erased.size === 0 ? undefined : erased.get(personIn(ledger, addressKey));
  return ({ subscriberId, personId = subscriberId }, addressKey) =>
    Math.max(
      people.get(subscriberId) ?? -1,
      people.get(personId) ?? -1,
      addresses.get(addressKey) ?? -1,
      erasedRound(addressKey) ?? -1,
    );
}

async function* holdersIn(statements: Pick<Statements, 'rows'>, campaign: number): AsyncGenerator<HeldRow> {
  for (let after = ''; ; await nextTurn()) {
    const rows = await statements.rows<HeldRow>(
      pieceOfHolders('d.subscriber_id, d.person_id, d.address_key, e.round'),
      [campaign, after, pieceSize],
    );
    for (const row of rows) if (Number(row.holds) === 1) yield row;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pieceSize) return;
    after = last.subscriber_id;
  }
}

function raise(rounds: Map<string, number>, key: string, round: number): void {
  if (round > (rounds.get(key) ?? -1)) rounds.set(key, round);
}

interface HeldRow {
  subscriber_id: string;
  person_id: string;
  address_key: string;
  round: number;
  holds: number;
}
