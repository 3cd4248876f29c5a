/**
 * A start typed into a `datetime-local` field: wall-clock time of the person's machine, without a zone of its own.
 *
 * @see https://html.spec.whatwg.org/multipage/input.html#local-date-and-time-state-(type=datetime-local)
 */
export type StartTime = { kind: 'missing' } | { kind: 'past' } | { kind: 'instant'; at: Date };

export function readStartTime(typed: string, now: Date): StartTime {
  const at = new Date(typed);
  if (typed === '' || Number.isNaN(at.getTime())) return { kind: 'missing' };
  return at.getTime() <= now.getTime() ? { kind: 'past' } : { kind: 'instant', at };
}

/** The value of a `datetime-local` field for an instant, to the minute. */
export function toFieldValue(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The next full hour at least half an hour away: a sensible first proposal. */
export function proposedStart(now: Date): Date {
  const proposal = new Date(now.getTime() + 90 * 60_000);
  proposal.setMinutes(0, 0, 0);
  return proposal;
}

/** Offset from UTC at that moment as people write it: `UTC+01:00`. */
export function utcOffset(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return offset === 'GMT' ? 'UTC+00:00' : offset.replace('GMT', 'UTC');
}
