import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { within } from './slowness.mts';

/** How long anything is waited for. Long on purpose: a wait ends with an event, and only a broken program meets this end. */
export const patienceMs = within(60_000);

/**
 * Reads a value again and again until it is as wanted. A `read` that throws ends the wait with its error.
 *
 * @param waitingFor what is waited for, in words; the source of `isWanted` without it
 * @returns the value that was as wanted
 * @throws {Error} once patience is over, with what was waited for and the value read last
 * @example const { counts } = await until(() => bench.progress(id), ({ status }) => status === 'complete');
 */
export async function until<T>(
  read: () => Promise<T> | T,
  isWanted: (value: T) => boolean,
  waitingFor = isWanted === Boolean ? String(read) : String(isWanted),
): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const value = await read();
    if (isWanted(value)) return value;
    if (performance.now() > end) {
      const last = inspect(value, { depth: 4, maxArrayLength: 20, maxStringLength: 1_000 });
      throw new Error(
        `Waited ${Math.round(patienceMs / 1_000)} s for ${waitingFor}; the last value was ${last}`,
      );
    }
    await delay(25);
  }
}
