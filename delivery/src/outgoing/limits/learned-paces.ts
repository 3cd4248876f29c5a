import { openMemory } from '@nachra/renderer';
import type { Ledger } from '../../ledger';
import type { Limit } from './sending-limits';
import { nextPace, type Pace } from './next-pace';

/** The pace that each recipient domain is held to for now: learned from answers, kept in the ledger, shared by all workers. */
export interface Paces {
  /** The limit a domain is held to, or null. */
  limitOf(domain: string): Promise<Limit | null>;
  /** Learns from the answers to a group. */
  hear(answers: ReadonlyMap<string, { accepted: number; throttled: number }>, now: Date): Promise<void>;
}

/** How long this worker may miss what another one learned. */
const staleMs = 5_000;
/** Domains whose recent traffic is remembered. */
const mostDomains = 10_000;
const minuteMs = 60_000;
/** A pace is enforced in short windows, so that a minute's messages do not all leave in its first second. */
const windowSeconds = 10;

interface PaceRow {
  domain: string;
  per_minute: number;
  changed_at: number;
  lowered_at: number;
}

export function openPaces(ledger: Ledger): Paces {
  let paces = new Map<string, Pace>();
  let readAt = -Infinity;
  const recent = openMemory<{ since: number; count: number; before: number }>(mostDomains);

  async function read(): Promise<void> {
    if (performance.now() - readAt < staleMs) return;
    const rows = await ledger.rows<PaceRow>('SELECT domain, per_minute, changed_at, lowered_at FROM pace');
    paces = new Map(
      rows.map((row) => [
        row.domain,
        {
          perMinute: Number(row.per_minute),
          changedAt: Number(row.changed_at),
          loweredAt: Number(row.lowered_at),
        },
      ]),
    );
    readAt = performance.now();
  }

  /** Counts acceptances by the minute. @returns how many there were in this minute or the one before */
  function count(domain: string, accepted: number, now: number): number {
    const seen = recent.get(domain);
    const age = seen === undefined ? Infinity : Math.abs(now - seen.since);
    if (seen !== undefined && age < minuteMs) {
      seen.count += accepted;
      return Math.max(seen.count, seen.before);
    }
    const before = seen !== undefined && age < 2 * minuteMs ? seen.count : 0;
    recent.set(domain, { since: now, count: accepted, before });
    return Math.max(accepted, before);
  }

  async function write(domain: string, pace: Pace | null): Promise<void> {
    if (pace === null) {
      paces.delete(domain);
      await ledger.run('DELETE FROM pace WHERE domain = ?', [domain]);
      return;
    }
    paces.set(domain, pace);
    await ledger.run(
      `INSERT INTO pace (domain, per_minute, changed_at, lowered_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (domain) DO UPDATE SET per_minute = excluded.per_minute, changed_at = excluded.changed_at,
         lowered_at = excluded.lowered_at`,
      [domain, pace.perMinute, pace.changedAt, pace.loweredAt],
    );
  }

  return {
    async limitOf(domain) {
      await read();
      const pace = paces.get(domain);
      if (pace === undefined) return null;
      return {
        messages: Math.max(1, Math.round((pace.perMinute * windowSeconds) / 60)),
        seconds: windowSeconds,
      };
    },
    async hear(answers, now) {
      for (const [domain, { accepted, throttled }] of answers) {
        const recentPerMinute = count(domain, accepted, now.getTime());
        const pace = paces.get(domain) ?? null;
        const next = nextPace(pace, { accepted, throttled, recentPerMinute }, now.getTime());
        // Nearly always nothing changes, and nothing is written.
        if (next !== pace) await write(domain, next);
      }
    },
  };
}
