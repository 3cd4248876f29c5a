/** Lets one write run while the next is gathered, and never two at once: a connection takes one statement at a time. */
export interface WriteBehind {
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
      last = write();
      // Whoever waits next hears of a failure; until then it must not count as one that nobody handles.
      last.catch(() => undefined);
    },
    end: () => last,
  };
}
