import type { Ledger, Statements } from '../../ledger';
import type { Candidate } from '../candidates';
import { personIn } from '../links/person-hash';

/** The number of the ledger's last event: what {@link withoutErased} looks for came after it. */
export async function lastEvent(statements: Pick<Statements, 'rows'>): Promise<number> {
  const [row] = await statements.rows<{ id: number | null }>('SELECT MAX(id) AS id FROM event');
  return Number(row?.id ?? 0);
}

/**
 * Leaves out whoever was erased while the audience was read: her erasure found nothing of it to take her out of. Within the
 * transaction that freezes the campaign. On SQLite an erasure after that finds what it wrote; on PostgreSQL one that commits before the
 * freeze does finds nothing, and her address stands in the campaign: she is withdrawn before it leaves (`withdraw-left.ts`), and has to be
 * erased again.
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
