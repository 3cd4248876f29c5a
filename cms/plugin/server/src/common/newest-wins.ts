/**
 * Does one thing at a time for each key, and of those that wait only the newest: whoever is overtaken learns so at once. What has
 * begun is not interrupted.
 *
 * @returns null for what a newer one has overtaken
 * @example const inTurn = newestWins(); const mail = await inTurn(`${person}/${issue}`, () => render(issue))
 */
export function newestWins(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result | null> {
  /** By key: how the one that waits is told whether it may begin. A key is there as long as something of it is at work. */
  const waiting = new Map<string, ((mayBegin: boolean) => void) | null>();

  return async (key, work) => {
    if (waiting.has(key)) {
      waiting.get(key)?.(false);
      if (!(await new Promise<boolean>((resolve) => waiting.set(key, resolve)))) return null;
    } else waiting.set(key, null);
    try {
      return await work();
    } finally {
      const next = waiting.get(key);
      if (next) {
        // At once: whoever comes before the next one has begun must not tell it that it is overtaken.
        waiting.set(key, null);
        next(true);
      } else waiting.delete(key);
    }
  };
}
