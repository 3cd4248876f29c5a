import { setImmediate as afterAllWhoCame } from 'node:timers/promises';

/**
 * Lets a crowd that asks the same at once wait for one read together, and whoever asks while it is being read for the next one.
 * Nobody gets what was read before she asked. Each read begins after all requests that have arrived were looked at: SQLite answers
 * without a pause, so that each of a crowd would otherwise be done before the next has asked.
 *
 * @example const read = joinReads<string>(); await read('archive', () => makeArchive())
 */
export function joinReads<Result>(): (key: string, read: () => Promise<Result>) => Promise<Result> {
  const reads = new Map<string, Reading<Result>>();

  function start(key: string, read: () => Promise<Result>): Promise<Result> {
    const entry: Reading<Result> = { hasBegun: false, running: begin(), next: null };
    async function begin(): Promise<Result> {
      await afterAllWhoCame();
      entry.hasBegun = true;
      return read();
    }
    const over = (): void => {
      if (entry.next === null) reads.delete(key);
    };
    reads.set(key, entry);
    entry.running.then(over, over);
    return entry.running;
  }

  return (key, read) => {
    const entry = reads.get(key);
    if (entry === undefined) return start(key, read);
    if (!entry.hasBegun) return entry.running;
    const again = () => start(key, read);
    entry.next ??= entry.running.then(again, again);
    return entry.next;
  };
}

interface Reading<Result> {
  hasBegun: boolean;
  running: Promise<Result>;
  /** Of those who asked after it had begun. */
  next: Promise<Result> | null;
}
