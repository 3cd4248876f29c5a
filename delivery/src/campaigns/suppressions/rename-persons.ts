import { words } from '../../ledger/sql';
import type { Ledger, Statements } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { personIn } from '../links/person-hash';
import { statesBefore, unfinishedStates } from '../states';
import { withdrawEverySuppressed } from '../changes/withdraw';

/** Rows handed to one statement. */
const chunkSize = 2_000;

/**
 * Names persons by another key, where their address is known: suppressions in force, and deliveries that may still leave. For
 * an installation whose key is lost and that goes on with a new one by a person's word: who said no stays heard. A suppression
 * without an address names nobody any more. Within the transaction that takes the new key.
 */
export async function renamePersons(statements: Statements, ledger: Ledger, now: Date): Promise<void> {
  const suppressed = await statements.rows<{ id: number; address: string; reason: string; source: string }>(
    'SELECT id, address, reason, source FROM suppression WHERE lifted_at IS NULL AND address IS NOT NULL',
  );
  await rename(statements, ledger, 'suppression', suppressed);
  // The second record knows them by the old key. It is copied from these events, so they say each suppression anew.
  for (const { address, reason, source } of suppressed)
    await appendEvent(statements, {
      name: 'suppression.made',
      at: now,
      person: personIn(ledger, address),
      data: { reason, source, renamed: true },
    });
  const mayLeave = [...new Set([...unfinishedStates, ...statesBefore('resend')])];
  for (let after = 0; ;) {
    const rows = await statements.rows<{ id: number; address: string }>(
      `SELECT id, address FROM delivery WHERE state IN (${words(mayLeave)}) AND address <> '' AND id > ? ORDER BY id LIMIT ?`,
      [after, chunkSize],
    );
    await rename(statements, ledger, 'delivery', rows);
    if (rows.length < chunkSize) break;
    after = Number(rows.at(-1)?.id ?? after);
  }
  await withdrawEverySuppressed(statements, now);
}

async function rename(
  statements: Statements,
  ledger: Ledger,
  table: 'suppression' | 'delivery',
  rows: readonly { id: number; address: string }[],
): Promise<void> {
  const named = ledger.dialect.rowsFromJson([
    ['id', 'integer'],
    ['person', 'text'],
  ]);
  // Somebody may have said no again under the new key already.
  const unlessTaken =
    table === 'suppression'
      ? 'AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.person = r.person AND s.lifted_at IS NULL)'
      : '';
  for (let from = 0; from < rows.length; from += chunkSize) {
    const values = rows
      .slice(from, from + chunkSize)
      .map(({ id, address }) => [id, personIn(ledger, address)]);
    await statements.run(
      `UPDATE ${table} SET person = r.person FROM (${named}) AS r WHERE ${table}.id = r.id ${unlessTaken}`,
      [JSON.stringify(values)],
    );
  }
}
