import type { Actor, Ledger } from '../../ledger';
import { appendEvent } from '../../ledger/events';
import { readIdentity } from '../../ledger/identity';
import { holdAll } from './hold-all';

/** What is known of a restore. */
interface Restore {
  by: Actor;
  now: Date;
  /** When the backup was made: of what left later nothing is known. */
  madeAt: Date;
}

/**
 * Holds a ledger that was read back from a backup, and each of its campaigns with work left, whatever was decided of them
 * before: that was decided without knowing what left later. Writes down who restored it. A crash before this leaves a ledger that
 * the next start finds in another place, and so holds as well.
 */
export async function holdRestored(ledger: Ledger, { by, now, madeAt }: Restore): Promise<void> {
  const before = await readIdentity(ledger);
  await ledger.transaction(async (statements) => {
    await holdAll(statements, before, { hold: 'restored', now });
    await appendEvent(statements, {
      name: 'ledger.restored',
      at: now,
      by,
      data: { madeAt: madeAt.toISOString() },
    });
  });
}

/**
 * Holds the ledger that was carried over to another database, and each of its campaigns with work left: from there they go on, and
 * an installation that is started on the old files by mistake must not send them too.
 *
 * @param request.to the database that has everything now, without a password
 */
export async function holdCarriedOver(ledger: Ledger, { now, to }: { now: Date; to: string }): Promise<void> {
  const before = await readIdentity(ledger);
  await ledger.transaction(async (statements) => {
    await holdAll(statements, before, { hold: 'carried-over', now, to });
  });
}
