import type { Statements } from '../../ledger';
import type { NumberTerms } from '../candidates';
import { holdersOfNumber } from '../states';

/**
 * Who has a number already, in which round: by subscriber, by person and by address, whichever of them has stayed the same.
 * Reads nothing but the campaigns when the number has never been sent.
 *
 * @param except a campaign that does not count, by its row: the one that is being frozen
 */
export async function readHeldRounds(
  statements: Pick<Statements, 'rows'>,
  issueNumber: number,
  except = 0,
): Promise<NumberTerms['roundOf']> {
  const rows = await statements.rows<HeldRow>(
    `SELECT d.subscriber_id, d.person_id, d.address_key, e.round ${holdersOfNumber}`,
    [issueNumber, except],
  );
  const [people, addresses] = [new Map<string, number>(), new Map<string, number>()];
  for (const { subscriber_id, person_id, address_key, round } of rows) {
    raise(people, subscriber_id, round);
    raise(people, person_id, round);
    raise(addresses, address_key, round);
  }
  return ({ subscriberId, personId = subscriberId }, addressKey) =>
    Math.max(people.get(subscriberId) ?? -1, people.get(personId) ?? -1, addresses.get(addressKey) ?? -1);
}

function raise(rounds: Map<string, number>, key: string, round: number): void {
  if (round > (rounds.get(key) ?? -1)) rounds.set(key, round);
}

interface HeldRow {
  subscriber_id: string;
  person_id: string;
  address_key: string;
  round: number;
}
