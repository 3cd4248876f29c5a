import type { SuppressionReason } from '../candidates';
import type { SuppressionLookup } from '../candidates';
import type { Ledger, Statements } from '../../ledger';
import { containing, type PageRequest } from '../../ledger/sql';
import { suppressionOf, type Suppression, type SuppressionRow } from './suppression-record';

/** Lists the suppressions in force, newest first. `total` counts all that match, not only this page. */
export async function listSuppressions(
  ledger: Ledger,
  { search, page, pageSize }: PageRequest,
): Promise<{ rows: Suppression[]; total: number }> {
  const condition = search ? `AND address LIKE ? ESCAPE '\\'` : '';
  const bindings = search ? [containing(search.trim().toLowerCase())] : [];
  const [count] = await ledger.rows<{ total: number }>(
    `SELECT COUNT(*) AS total FROM suppression WHERE lifted_at IS NULL ${condition}`,
    bindings,
  );
  const rows = await ledger.rows<SuppressionRow>(
    `SELECT id, address, reason, source, made_by, why, created_at, lifted_at, lifted_by FROM suppression
     WHERE lifted_at IS NULL ${condition} ORDER BY id DESC LIMIT ? OFFSET ?`,
    [...bindings, pageSize, (page - 1) * pageSize],
  );
  return { rows: rows.map(suppressionOf), total: Number(count?.total ?? 0) };
}

/** Reads all suppressions in force at once, to look many addresses up in memory. */
export async function readSuppressions(statements: Statements): Promise<SuppressionLookup> {
  const rows = await statements.rows<{ address: string; reason: SuppressionReason }>(
    'SELECT address, reason FROM suppression WHERE lifted_at IS NULL',
  );
  const reasons = new Map(rows.map(({ address, reason }) => [address, reason]));
  return (address) => reasons.get(address) ?? null;
}
