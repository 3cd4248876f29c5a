/** How fast a recipient domain accepts our mail, learned from its servers' answers. No pace: as fast as we can. */
export interface Pace {
  perMinute: number;
  /** When it was last changed, and last lowered; ms since 1970. */
  changedAt: number;
  loweredAt: number;
}

/** What a domain's servers answered to a group. */
interface Heard {
  accepted: number;
  /** Refused for now because it was too much or too fast. */
  throttled: number;
  /** Accepted in the last minute or so. */
  recentPerMinute: number;
}

/** The slowest pace: a domain that accepts nothing at this pace is down, which the back-off handles. */
const slowest = 6;
/** Above this no pace is needed. */
const unlimitedAbove = 6_000;
/** Refusals of messages that were under way together lower the pace once. */
const lowerEveryMs = 30_000;
const raiseEveryMs = 60_000;

/**
 * Follows a server's answers: half as fast when it says “too much”, a little faster after each minute in which it accepted
 * everything (additive increase, multiplicative decrease: what TCP does, for the same reason). Pure.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5681 §3.1
 */
export function nextPace(pace: Pace | null, heard: Heard, now: number): Pace | null {
  if (heard.throttled > 0) {
    // A clock that was set back must not delay the first reduction.
    const since = pace === null ? Infinity : Math.abs(now - pace.loweredAt);
    if (pace !== null && since < lowerEveryMs) return pace;
    const base = pace?.perMinute ?? Math.max(heard.recentPerMinute, slowest * 10);
    return { perMinute: Math.max(slowest, Math.floor(base / 2)), changedAt: now, loweredAt: now };
  }
  if (pace === null || heard.accepted === 0 || Math.abs(now - pace.changedAt) < raiseEveryMs) return pace;
  const perMinute = pace.perMinute + Math.max(slowest * 2, Math.ceil(pace.perMinute / 10));
  return perMinute > unlimitedAbove ? null : { ...pace, perMinute, changedAt: now };
}
