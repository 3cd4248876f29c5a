/** Whether a mail server may be tried. Instants are milliseconds of a clock that is never set. */
export interface Breaker {
  /** Failures since the last message it took. */
  failures: number;
  /** Not tried before; in the past, or 0, when it may be. */
  openUntil: number;
}

export const closedBreaker: Breaker = { failures: 0, openUntil: 0 };

/** First and longest wait after a failure, in milliseconds. */
export type Waits = readonly [first: number, longest: number];

export function isOpen(breaker: Breaker, now: number): boolean {
  return breaker.openUntil > now;
}

/**
 * After trouble of the server: it is left alone, twice as long each time until it takes a message. What was under way
 * together fails together, and counts once. Pure.
 */
export function afterFailure(breaker: Breaker, now: number, [first, longest]: Waits): Breaker {
  if (isOpen(breaker, now)) return breaker;
  const wait = Math.min(first * 2 ** breaker.failures, longest);
  return { failures: breaker.failures + 1, openUntil: now + wait };
}
