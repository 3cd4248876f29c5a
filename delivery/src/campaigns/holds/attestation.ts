import { randomUid } from '../../ledger/identity';
import type { Ledger } from '../../ledger';

/** A worker's wait for the CMS to compare the ledger with the content. */
interface Attestation {
  /** Whether the worker may claim: somebody has compared since it asked, or there is no content to compare with. */
  isGiven(): Promise<boolean>;
}

/**
 * Asks that ledger and content be compared, for a worker that no CMS has started: after a restore and a restart it is there before
 * the CMS, knows no content, and would hand over again what the content knows was sent. A CMS that runs answers within a second.
 */
export async function askForAttestation(ledger: Ledger): Promise<Attestation> {
  const worker = randomUid();
  let isGiven = false;
  await ledger.run(`INSERT INTO attestation (worker, asked_at) VALUES (?, ${ledger.dialect.now})`, [worker]);
  return {
    async isGiven() {
      if (isGiven) return true;
      const [row] = await ledger.rows<{ has_content: number; attested_at: number | null }>(
        `SELECT i.has_content, a.attested_at FROM identity i LEFT JOIN attestation a ON a.worker = ?
         WHERE i.hold IS NULL`,
        [worker],
      );
      isGiven = row !== undefined && (Number(row.has_content) === 0 || row.attested_at !== null);
      if (isGiven) await ledger.run('DELETE FROM attestation WHERE worker = ?', [worker]);
      return isGiven;
    },
  };
}

/** Workers that wait to be attested. */
export async function readAsking(ledger: Pick<Ledger, 'rows'>): Promise<string[]> {
  const rows = await ledger.rows<{ worker: string }>(
    'SELECT worker FROM attestation WHERE attested_at IS NULL',
  );
  return rows.map(({ worker }) => worker);
}

/** Says that a content database has compared itself with the ledger since these workers asked. Idempotent. */
export async function attest(ledger: Ledger, workers: readonly string[]): Promise<void> {
  await ledger.run('UPDATE identity SET has_content = 1 WHERE has_content = 0');
  const { now } = ledger.dialect;
  for (const worker of workers)
    await ledger.run(`UPDATE attestation SET attested_at = ${now} WHERE worker = ? AND attested_at IS NULL`, [
      worker,
    ]);
}
