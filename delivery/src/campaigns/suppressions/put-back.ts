import { z } from 'zod';
import { suppressionReasons } from '../candidates';
import type { Actor, Dialect, Ledger, Statements } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { readIdentity } from '../../ledger/identity';
import { withdrawEverySuppressed } from '../changes/withdraw';

/** What a second record knows of a person: what was decided last about mailing them. */
export interface SuppressionDecision {
  person: string;
  name: 'suppression.made' | 'suppression.lifted';
  at: Date;
  by: Actor;
  /** As the ledger's event said it: reason and source. */
  data: Record<string, unknown>;
}

/** How many suppressions were put back, and how many that had been lifted since were lifted again. */
export interface PutBack {
  made: number;
  lifted: number;
}

const dataSchema = z.object({
  // Whoever cannot read why somebody said no still keeps to it.
  reason: z.enum(suppressionReasons).catch('unsubscribed'),
  source: z.string().max(64).catch('journal'),
});

/** Rows handed to one statement. */
const chunkSize = 1_000;

/**
 * Puts suppressions back that a second record knows and the ledger does not: it was lost, or is an older copy. Of two decisions
 * about a person the later one holds, wherever it is written; but only in a held ledger, which has lost something, is a suppression lifted:
 * one that works knows of every lift itself. Put back by person alone, without an address; what still waits
 * to be sent to them is withdrawn. Idempotent by person; on record as one event.
 */
export async function putBackSuppressions(
  ledger: Ledger,
  decisions: readonly SuppressionDecision[],
  now: Date,
): Promise<PutBack> {
  const known = await readKnown(ledger);
  const { hold } = await readIdentity(ledger);
  const missing = decisions.filter(({ person, name, at }) => {
    const here = known.get(person);
    if (name === 'suppression.lifted')
      return hold !== null && here?.inForceSince != null && here.inForceSince < at.getTime();
    return here?.inForceSince == null && (here?.liftedAt ?? -1) < at.getTime();
  });
  if (missing.length === 0) return { made: 0, lifted: 0 };
  const back: PutBack = { made: 0, lifted: 0 };
  await ledger.transaction(async (statements) => {
    for (let from = 0; from < missing.length; from += chunkSize) {
      const chunk = missing.slice(from, from + chunkSize);
      back.made += await make(statements, ledger.dialect, chunk);
      back.lifted += await lift(statements, ledger.dialect, chunk);
    }
    if (back.made + back.lifted === 0) return;
    const withdrawn = await withdrawEverySuppressed(statements, now);
    await appendEvent(statements, { name: 'suppression.put-back', at: now, data: { ...back, withdrawn } });
  });
  return back;
}

/** By person: since when a suppression is in force, and when one was lifted last. */
async function readKnown(
  ledger: Pick<Ledger, 'rows'>,
): Promise<Map<string, { inForceSince: number | null; liftedAt: number | null }>> {
  const rows = await ledger.rows<{ person: string; in_force: number | null; lifted: number | null }>(
    `SELECT person, MAX(CASE WHEN lifted_at IS NULL THEN created_at END) AS in_force, MAX(lifted_at) AS lifted
     FROM suppression GROUP BY person`,
  );
  const instant = (value: number | null) => (value === null ? null : Number(value));
  return new Map(
    rows.map(({ person, in_force, lifted }) => [
      person,
      { inForceSince: instant(in_force), liftedAt: instant(lifted) },
    ]),
  );
}

function make(
  statements: Statements,
  dialect: Dialect,
  decisions: readonly SuppressionDecision[],
): Promise<number> {
  const rows = decisions
    .filter(({ name }) => name === 'suppression.made')
    .map(({ person, at, by, data }) => {
      const { reason, source } = dataSchema.parse(data);
      return [person, reason, source, by.id === 'system' ? null : by.name, at.getTime()];
    });
  const made = dialect.rowsFromJson([
    ['person', 'text'],
    ['reason', 'text'],
    ['source', 'text'],
    ['made_by', 'text'],
    ['created_at', 'integer'],
  ]);
  return statements.run(
    `INSERT INTO suppression (scope, person, reason, source, made_by, created_at)
     SELECT 'all', r.* FROM (${made}) AS r WHERE true
     ON CONFLICT (person, scope) WHERE lifted_at IS NULL DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

function lift(
  statements: Statements,
  dialect: Dialect,
  decisions: readonly SuppressionDecision[],
): Promise<number> {
  const rows = decisions
    .filter(({ name }) => name === 'suppression.lifted')
    .map(({ person, at, by }) => [person, by.name, at.getTime()]);
  const lifted = dialect.rowsFromJson([
    ['person', 'text'],
    ['lifted_by', 'text'],
    ['lifted_at', 'integer'],
  ]);
  return statements.run(
    `UPDATE suppression SET lifted_at = r.lifted_at, lifted_by = r.lifted_by, address = NULL, why = NULL
     FROM (${lifted}) AS r
     WHERE suppression.person = r.person AND suppression.lifted_at IS NULL AND suppression.created_at < r.lifted_at`,
    [JSON.stringify(rows)],
  );
}
