import {
  normaliseAddress,
  writtenAddressKey,
  type SuppressionLookup,
  type SuppressionReason,
} from '../candidates';
import type { Binding, Ledger, Statements } from '../../ledger';
import { containing, type PageRequest } from '../../ledger/sql';
import { personIn } from '../links/person-hash';
import { suppressionOf, type Suppression, type StoredSuppression } from './suppression-record';

/**
 * Lists the suppressions in force, newest first. `total` counts all that match, not only this page. A whole address finds the
 * suppression of its person too where that has no address.
 */
export async function listSuppressions(
  ledger: Ledger,
  { search, page, pageSize }: PageRequest,
): Promise<{ rows: Suppression[]; total: number }> {
  const { condition, bindings } = matching(ledger, search?.trim() ?? '');
  const [count] = await ledger.rows<{ total: number }>(
    `SELECT COUNT(*) AS total FROM suppression WHERE lifted_at IS NULL ${condition}`,
    bindings,
  );
  const rows = await ledger.rows<StoredSuppression>(
    `SELECT id, address, reason, source, made_by, why, created_at, lifted_at, lifted_by FROM suppression
     WHERE lifted_at IS NULL ${condition} ORDER BY id DESC LIMIT ? OFFSET ?`,
    [...bindings, pageSize, (page - 1) * pageSize],
  );
  return { rows: rows.map(suppressionOf), total: Number(count?.total ?? 0) };
}

function matching(ledger: Ledger, search: string): { condition: string; bindings: Binding[] } {
  if (search === '') return { condition: '', bindings: [] };
  const address = normaliseAddress(search);
  const part = containing(search.toLowerCase());
  if (address === null || ledger.personKey === null)
    return { condition: `AND address LIKE ? ESCAPE '\\'`, bindings: [part] };
  return {
    condition: `AND (address LIKE ? ESCAPE '\\' OR person = ?)`,
    bindings: [part, personIn(ledger, address)],
  };
}

/** Of some addresses, those that must not be mailed, with why; each as it was written. */
export async function suppressedAmong(
  ledger: Ledger,
  addresses: readonly string[],
): Promise<{ address: string; reason: SuppressionReason }[]> {
  const found: { address: string; reason: SuppressionReason }[] = [];
  for (const address of addresses) {
    const [row] = await ledger.rows<{ reason: SuppressionReason }>(
      'SELECT reason FROM suppression WHERE person = ? AND lifted_at IS NULL',
      [personIn(ledger, writtenAddressKey(address))],
    );
    if (row) found.push({ address, reason: row.reason });
  }
  return found;
}

/** Reads all suppressions in force at once, to look many addresses up in memory. */
export async function readSuppressions(
  statements: Pick<Statements, 'rows'>,
  ledger: Pick<Ledger, 'personKey'>,
): Promise<SuppressionLookup> {
  const rows = await statements.rows<{ person: string; reason: SuppressionReason }>(
    'SELECT person, reason FROM suppression WHERE lifted_at IS NULL',
  );
  const reasons = new Map(rows.map(({ person, reason }) => [person, reason]));
  // A hash costs more than all else that is asked of a candidate: while nobody is suppressed there is nothing to look up.
  return (address) => (reasons.size === 0 ? null : (reasons.get(personIn(ledger, address)) ?? null));
}
