import type { Ledger, Statements } from '../../ledger';
import type { Candidate } from '../candidates';
import { personIn } from '../links/person-hash';

/**
 * The number of the ledger's last event, once every erasure that is under way is over: what {@link withoutErased} looks for has a later
 * one.
 */
export function lastEvent(ledger: Ledger): Promise<number> {
  const { writingAddresses } = ledger.dialect;
  if (writingAddresses === null) return maxEvent(ledger);
  return ledger.transaction(async (statements) => {
    await statements.rows(writingAddresses);
    return maxEvent(statements);
  });
}

async function maxEvent(statements: Pick<Statements, 'rows'>): Promise<number> {
  const [row] = await statements.rows<{ id: number | null }>('SELECT MAX(id) AS id FROM event');
  return Number(row?.id ?? 0);
}

/**
 * Leaves out whoever was erased while the audience was read: her erasure found nothing of it to take her out of. Within the
 * transaction that freezes the campaign; an erasure that is asked for after that waits for it, and finds what it wrote.
 *
 * @param since the last event of before the audience was read
 */
export async function withoutErased(
  statements: Pick<Statements, 'rows'>,
  ledger: Pick<Ledger, 'personKey'>,
  candidates: Iterable<Candidate>,
  since: number,
): Promise<Iterable<Candidate>> {
  const rows = await statements.rows<{ person: string }>(
    `SELECT person FROM event WHERE id > ? AND name = 'person.erased'`,
    [since],
  );
  if (rows.length === 0) return candidates;
  const erased = new Set(rows.map(({ person }) => person));
  return [...candidates].filter(({ address }) => !erased.has(personIn(ledger, address)));
}
