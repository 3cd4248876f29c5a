import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Lets one write run while the next is gathered, and never two at once: a connection takes one statement at a time. Before each,
 * others have their turn: SQLite answers without a pause, and a freeze of a hundred thousand would hold the process for a second.
 */
interface WriteBehind {
  /** Waits for the write before, then starts this one. @throws what the write before failed with */
  start(write: () => Promise<void>): Promise<void>;
  /** Waits for the last write. @throws what it failed with */
  end(): Promise<void>;
}

export function writeBehind(): WriteBehind {
  let last = Promise.resolve();
  return {
    async start(write) {
      await last;
      last = nextTurn().then(write);
      // Whoever waits next hears of a failure; until then it must not count as one that nobody handles.
      last.catch(() => undefined);
    },
    end: () => last,
  };
}

/** Rows handed to one statement: large enough that the statement's own cost vanishes, small enough for a few hundred KB of JSON. */
const chunkSize = 2_000;

/** One row, in the order of its columns. */
export type Values = readonly (string | null)[];

/** Gathers rows and hands them on by the chunk; `end` hands on the rest. `written` is right once the last write is over. */
export function chunked(behind: WriteBehind, write: (rows: string) => Promise<number>) {
  let rows: Values[] = [];
  let written = 0;
  const flush = (): Promise<void> => {
    const chunk = JSON.stringify(rows);
    rows = [];
    return behind.start(async () => void (written += await write(chunk)));
  };
  return {
    add: (row: Values): Promise<void> | void => {
      rows.push(row);
      if (rows.length >= chunkSize) return flush();
    },
    end: (): Promise<void> | undefined => (rows.length > 0 ? flush() : undefined),
    written: (): number => written,
  };
}
