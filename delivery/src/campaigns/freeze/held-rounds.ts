import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Language } from '@nachra/renderer';
import type { Ledger, Statements } from '../../ledger';
import { raiseRound, type Candidate, type CandidateSource, type NumberTerms } from '../candidates';
import { personIn } from '../links/person-hash';
import { pieceOfHolders } from '../states';

/** Deliveries read by one statement: some milliseconds on SQLite, which answers within the turn. */
const pieceSize = 2_000;

/**
 * Who they are today: the person identifier of each subscriber who has one. It may have been filled in after a number was sent, and
 * whoever is known to be one person then has it.
 */
export type PeopleToday = ReadonlyMap<string, string>;

/** The people that an audience itself tells of, and those that are known besides. A source that can be read only once tells of none. */
export function peopleIn(candidates: CandidateSource, known: PeopleToday = new Map()): PeopleToday {
  if (!Array.isArray(candidates)) return known;
  const people = new Map(known);
  for (const { subscriberId, personId } of candidates as readonly Candidate[])
    if (personId !== undefined) people.set(subscriberId, personId);
  return people;
}

/**
 * Which editions of a number somebody has already, in which round: by subscriber, by person as they were known then and are known
 * today, and by address, whichever of them has stayed the same.
 * Reads nothing but the campaigns when the number has never been sent. Others have their turn between two pieces: a hundred thousand
 * deliveries at once held everything up for the better part of a second.
 *
 * @param except a campaign that does not count, by its row: the one that is being frozen
 */
export async function readHeldRounds(
  statements: Pick<Statements, 'rows'>,
  ledger: Pick<Ledger, 'personKey'>,
  issueNumber: number,
  { except = 0, people }: { except?: number; people: PeopleToday },
): Promise<NumberTerms['heldBy']> {
  const campaigns = await statements.rows<{ id: number }>(
    'SELECT id FROM campaign WHERE issue_number = ? AND id <> ?',
    [issueNumber, except],
  );
  const held = new Map<Language, Holders>();
  for (const { id } of campaigns)
    for await (const row of holdersIn(statements, id)) {
      const { subscriber_id, person_id, address_key, language, round } = row;
      const edition = held.get(language) ?? noHolders();
      held.set(language, edition);
      for (const person of [subscriber_id, person_id, people.get(subscriber_id) ?? ''])
        if (person !== '') raiseRound(edition.people, person, round);
      // Where the address was erased, the person's hash stands in its place.
      raiseRound(address_key.includes('@') ? edition.addresses : edition.erased, address_key, round);
    }
  return ({ subscriberId, personId }, addressKey) => {
    const rounds = new Map<Language, number>();
    const today = personId ?? people.get(subscriberId) ?? subscriberId;
    for (const [language, { people: known, addresses, erased }] of held)
      for (const round of [
        known.get(subscriberId),
        known.get(today),
        addresses.get(addressKey),
        // A hash costs more than all else that is asked of a candidate.
        erased.size === 0 ? undefined : erased.get(personIn(ledger, addressKey)),
      ])
        if (round !== undefined) raiseRound(rounds, language, round);
    return rounds;
  };
}

async function* holdersIn(statements: Pick<Statements, 'rows'>, campaign: number): AsyncGenerator<HeldRow> {
  for (let after = ''; ; await nextTurn()) {
    const rows = await statements.rows<HeldRow>(
      pieceOfHolders('d.subscriber_id, d.person_id, d.address_key, d.language, e.round'),
      [campaign, after, pieceSize],
    );
    for (const row of rows) if (Number(row.holds) === 1) yield row;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pieceSize) return;
    after = last.subscriber_id;
  }
}

const noHolders = (): Holders => ({ people: new Map(), addresses: new Map(), erased: new Map() });

/** Who has one edition, each in the newest round. */
interface Holders {
  people: Map<string, number>;
  addresses: Map<string, number>;
  /** By the person's hash. */
  erased: Map<string, number>;
}

interface HeldRow {
  subscriber_id: string;
  person_id: string;
  address_key: string;
  language: Language;
  round: number;
  holds: number;
}
