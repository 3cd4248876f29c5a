import { createHash } from 'node:crypto';
import { openMemory } from '@nachra/renderer';

/** What took too long once is tried again after this, in milliseconds: the machine may have been busy. */
const retryAfter = 10 * 60_000;

/**
 * Keeps the last results of something slow by the content they were made of: the same content always gives the same result,
 * so nothing can go stale. Two who ask at once wait for the same work. A failure is not kept.
 *
 * @param capacity results kept
 * @param isFinal whether a result is one; others are kept for ten minutes only
 */
export function resultsByContent<Result>(
  capacity: number,
  isFinal: (result: Result) => boolean,
): (content: unknown, make: () => Promise<Result>) => Promise<Result> {
  const kept = openMemory<Promise<Result>>(capacity);
  return (content, make) => {
    const key = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    const known = kept.get(key);
    if (known) return known;
    const result = make();
    kept.set(key, result);
    result.then(
      (made) => {
        if (!isFinal(made)) setTimeout(() => kept.delete(key), retryAfter).unref();
      },
      () => kept.delete(key),
    );
    return result;
  };
}
