/** Whether a mail server may be tried. Instants are milliseconds of a monotonic clock. */
export interface Breaker {
  /** Failures since the last message it took. */
  failures: number;
  /** Not tried before this instant; in the past, or 0, when it may be tried now. */
  openUntil: number;
  /** How often the connection broke in the middle of a message since the last answer to one. */
  breakages: number;
}

export const closedBreaker: Breaker = { failures: 0, openUntil: 0, breakages: 0 };

/** A connection breaks now and then; this many in a row are not chance. */
const breakagesInARow = 3;

/** First and longest wait after a failure, in milliseconds. */
export type Waits = readonly [first: number, longest: number];

export function isOpen(breaker: Breaker, now: number): boolean {
  return breaker.openUntil > now;
}

/**
 * After trouble with the server: it is left alone, twice as long each time until it accepts a message. Messages that were
 * under way together fail together, and count once. Pure.
 */
export function afterFailure(breaker: Breaker, now: number, [first, longest]: Waits): Breaker {
  if (isOpen(breaker, now)) return breaker;
  const wait = Math.min(first * 2 ** breaker.failures, longest);
  return { failures: breaker.failures + 1, openUntil: now + wait, breakages: 0 };
}

/**
 * After a connection that broke in the middle of a message. Such a message costs an attempt, or is in doubt, so a server
 * that breaks one connection after another would use up everybody's attempts: it is left alone like one in trouble. While
 * it is on trial, one such break is enough. Pure.
 */
export function afterBreakage(breaker: Breaker, now: number, waits: Waits): Breaker {
  const breakages = breaker.breakages + 1;
  const isTrouble = breaker.failures > 0 || breakages >= breakagesInARow;
  return isTrouble ? afterFailure(breaker, now, waits) : { ...breaker, breakages };
}

/** Whether the wait is over but the trouble may not be: one message at a time finds out. */
export function isOnTrial(breaker: Breaker, now: number): boolean {
  return breaker.failures > 0 && !isOpen(breaker, now);
}
