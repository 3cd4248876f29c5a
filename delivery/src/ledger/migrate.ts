import { DeliveryError } from '../errors';
import type { Dialect } from './dialect';
import type { Ledger, Statements } from './ledger';
import type { Migration } from './migrations/migration';
import { tables } from './migrations/0001-tables';
import { identity } from './migrations/0002-identity';
import { persons } from './migrations/0003-persons';
import { numbers } from './migrations/0004-numbers';
import { journal } from './migrations/0005-journal';
import { attestations } from './migrations/0006-attestations';
import { sessionLimits } from './migrations/0007-session-limits';
import { journalWitness } from './migrations/0008-journal-witness';
import { contentPosition } from './migrations/0009-content-position';
import { journalAnew } from './migrations/0010-journal-anew';
import { pictures } from './migrations/0011-pictures';
import { rateRefusals } from './migrations/0012-rate-refusals';
import { sessionsEnded } from './migrations/0013-sessions-ended';
import { ledgerSchema } from './postgres';
import { driverWords } from './sql';

/** Where a ledger keeps its rows, for whoever moves one from SQLite to PostgreSQL. */
export const ledgerTables = {
  /** All tables lie in this schema of PostgreSQL; SQLite knows none. */
  schema: ledgerSchema,
  /** Tables that are empty until a campaign is made or an address suppressed. */
  work: ['campaign', 'delivery', 'suppression', 'event', 'feedback'],
  /** The witness of the journal, by how its database keeps instants: in another one it begins anew. */
  witness: ['journal_head', 'journal_witness'],
  /** Says which steps this database has taken, so it is never copied into another. */
  steps: 'migration',
} as const;

/** Every step, oldest first. A step that has been released is never edited; a change is a new step. */
const migrations: readonly Migration[] = [
  tables,
  identity,
  persons,
  numbers,
  journal,
  attestations,
  sessionLimits,
  journalWitness,
  contentPosition,
  journalAnew,
  pictures,
  rateRefusals,
  sessionsEnded,
];

/** The names of the steps that this version knows; a ledger that has taken another is from a newer one. */
export const knownLedgerSteps: readonly string[] = migrations.map(({ name }) => name);

/**
 * Brings the ledger's schema up to date. Idempotent by the step's name, and safe when the CMS and a worker start at
 * the same moment: the step is noted and made in one transaction, whose first statement makes the second process wait.
 * (Knex's own runner keeps its lock in a row, which a process killed at the wrong moment leaves locked for ever.)
 *
 * @throws {DeliveryError} `LEDGER_NEWER` when a newer version has been here, whose rows this one cannot understand;
 *   `LEDGER_MIGRATION` when a step fails; the ledger is then as before the step
 */
export async function migrate(ledger: Ledger): Promise<void> {
  await oneAtATime(ledger, (statements) =>
    statements.run(
      'CREATE TABLE IF NOT EXISTS migration (name VARCHAR(100) PRIMARY KEY, applied_at BIGINT NOT NULL)',
    ),
  );
  await assertKnown(ledger);
  for (const migration of migrations) {
    try {
      await oneAtATime(ledger, (statements) => apply(statements, migration, ledger.dialect));
    } catch (error) {
      throw new DeliveryError(
        'LEDGER_MIGRATION',
        { step: migration.name, driverSaid: driverWords(error) },
        `The ledger's schema could not be brought up to date: step ${migration.name} failed (${driverWords(error)}). Nothing of that step was kept. Restore the ledger from a backup, or report this.`,
        { cause: error },
      );
    }
  }
}

async function assertKnown(ledger: Ledger): Promise<void> {
  const taken = await ledger.rows<{ name: string }>('SELECT name FROM migration ORDER BY name');
  const steps = taken.map(({ name }) => name).filter((name) => !knownLedgerSteps.includes(name));
  if (steps.length === 0) return;
  throw new DeliveryError(
    'LEDGER_NEWER',
    { steps },
    `The ledger was written by a newer version of Nachra (${steps.join(', ')}), and this one does not know how to read it. Nothing was changed. Start the newer version, or restore the backup that was made before the update.`,
  );
}

function oneAtATime<T>(ledger: Ledger, work: (statements: Statements) => Promise<T>): Promise<T> {
  const { migrationLock } = ledger.dialect;
  return ledger.transaction(async (statements) => {
    if (migrationLock !== null) await statements.rows(migrationLock);
    return work(statements);
  });
}

async function apply(statements: Statements, migration: Migration, dialect: Dialect): Promise<void> {
  const fresh = await statements.run(
    'INSERT INTO migration (name, applied_at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
    [migration.name, Date.now()],
  );
  if (fresh === 0) return;
  for (const statement of migration.statements(dialect)) await statements.run(statement);
}
