const minute = 60_000;
const hour = 60 * minute;

/** When a deferred delivery is tried again, and when it is given up. */
export interface BackOff {
  /** Wait after the first refusal, in milliseconds; doubled after each one. */
  firstMs: number;
  longestMs: number;
  /** How long after the campaign's start a server may go on saying “later”. */
  giveUpMs: number;
}

/** Minutes at first, hours later, two days in all: what a greylisting or a full mailbox needs, and what RFC 5321 §4.5.4.1 advises. */
export const defaultBackOff: BackOff = { firstMs: 5 * minute, longestMs: 4 * hour, giveUpMs: 48 * hour };

/**
 * The next attempt after a refusal for now. Pure.
 *
 * @param attempts made so far, this one included
 * @returns the instant, or null when it is time to give up
 */
export function nextAttempt(
  attempts: number,
  startAt: Date,
  now: Date,
  backOff: BackOff = defaultBackOff,
): Date | null {
  const wait = Math.min(backOff.firstMs * 2 ** Math.max(0, attempts - 1), backOff.longestMs);
  const next = now.getTime() + wait;
  return next > Math.max(startAt.getTime(), 0) + backOff.giveUpMs ? null : new Date(next);
}
