const minute = 60_000;
const hour = 60 * minute;

/** When a deferred delivery is tried again, and when it is given up. */
export interface BackOff {
  /** Wait after the first refusal, in milliseconds; doubled after each one. */
  firstMs: number;
  longestMs: number;
  /** How long a server may go on saying “later”, in waits: a pause, or a worker that is off, uses up none of it. */
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
export function nextAttempt(attempts: number, now: Date, backOff: BackOff = defaultBackOff): Date | null {
  const waits = Array.from({ length: attempts }, (_, refusal) =>
    Math.min(backOff.firstMs * 2 ** refusal, backOff.longestMs),
  );
  const waited = waits.reduce((sum, wait) => sum + wait, 0);
  return waited > backOff.giveUpMs ? null : new Date(now.getTime() + (waits.at(-1) ?? backOff.firstMs));
}
