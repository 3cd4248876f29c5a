import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { expect } from 'vitest';
import { within } from './slowness.mts';

/** How long anything is waited for. Long on purpose: a wait ends with an event, and only a broken program meets this end. */
export const patienceMs = within(60_000);

/** What has ended by itself although a test counts on it; see {@link endWaitsBy}. */
const failures = new Map<() => Error | null, string | undefined>();
/** A worker of vitest's runs one file after the other, and what one has left is not another's failure. */
const currentFile = (): string | undefined => expect.getState().testPath;

/**
 * Ends every wait of this file as soon as something that a test has started has failed, instead of when patience is over.
 *
 * @param failure null while all is well
 * @returns a function that forgets it, for whoever stops the thing on purpose
 */
export function endWaitsBy(failure: () => Error | null): () => void {
  failures.set(failure, currentFile());
  return () => void failures.delete(failure);
}

/**
 * Reads a value again and again until it is as wanted. A `read` that throws ends the wait with its error.
 *
 * @param waitingFor what is waited for, in words; the source of `isWanted` without it
 * @returns the value that was as wanted
 * @throws {Error} once patience is over, with what was waited for and the value read last; at once when {@link endWaitsBy} says why
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
    for (const [failure, file] of failures) {
      const error = file === currentFile() ? failure() : null;
      if (error) throw error;
    }
    if (performance.now() > end) {
      const last = inspect(value, { depth: 4, maxArrayLength: 20, maxStringLength: 1_000 });
      throw new Error(
        `Waited ${Math.round(patienceMs / 1_000)} s for ${waitingFor}; the last value was ${last}`,
      );
    }
    await delay(25);
  }
}
