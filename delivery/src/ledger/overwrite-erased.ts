import { setTimeout as delay } from 'node:timers/promises';
import type { Ledger } from './ledger';

/** Whoever reads an earlier state is as a rule done in milliseconds. */
const mostTries = 40;
const betweenTriesMs = 50;

/**
 * Brings what was erased to the file itself and empties SQLite's log beside it, in whose bytes the erased still stands. Without this it
 * would stand there until so much else was written that the log begins anew.
 *
 * @returns false when somebody has read an earlier state all the time
 */
export function overwriteErased({ dialect, rows }: Pick<Ledger, 'dialect' | 'rows'>): Promise<boolean> {
  const statement = dialect.overwriteErased;
  return statement === null
    ? Promise.resolve(true)
    : untilNotBusy(async () => (await rows<{ busy: number }>(statement))[0]);
}

/**
 * Asks SQLite to empty a log until nobody is in the way, for two seconds.
 *
 * @param ask carries out the statement, and gives back its row
 */
export async function untilNotBusy(ask: () => Promise<{ busy: number } | undefined>): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (((await ask())?.busy ?? 0) === 0) return true;
    await delay(betweenTriesMs);
  }
  return false;
}
