import type { Ledger } from '../../ledger';
import type { Limit } from './sending-limits';

/** What was counted in the running window of a key. */
export interface Window {
  /** Messages, with those just added. */
  count: number;
  /** Milliseconds until the window ends. */
  endsInMs: number;
}

/** Counts messages in fixed windows of time, each as long as its limit says, beginning with the first message counted. */
export interface Windows {
  /**
   * Adds to the running window of a key, or begins one. A negative number returns what was not used, and begins no window.
   * Not idempotent.
   */
  add(key: string, messages: number, limit: Limit): Promise<Window>;
  close(): void;
}

/** The name of a window where it is kept: one key may be counted in windows of several lengths. */
export function windowName(key: string, { seconds }: Limit): string {
  return `limit-${seconds}:${key}`;
}

interface WindowRow {
  points: number;
  expire: number;
}

/**
 * Counts in the ledger, beside the deliveries: a restart loses nothing, and all workers on a database share the count.
 *
 * A window that ends later than any window could was begun before the clock was set back, so it counts as over.
 */
export function ledgerWindows(ledger: Ledger): Windows {
  const running = 'rate.expire > ? AND rate.expire <= ?';
  return {
    async add(key, messages, limit) {
      const now = Date.now();
      const end = now + limit.seconds * 1_000;
      const name = windowName(key, limit);
      const [row] =
        messages < 0
          ? await ledger.rows<WindowRow>(
              `UPDATE rate SET points = points + ? WHERE name = ? AND ${running} RETURNING points, expire`,
              [messages, name, now, end],
            )
          : await ledger.rows<WindowRow>(
              `INSERT INTO rate (name, points, expire) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET
                 points = CASE WHEN ${running} THEN rate.points + excluded.points ELSE excluded.points END,
                 expire = CASE WHEN ${running} THEN rate.expire ELSE excluded.expire END
               RETURNING points, expire`,
              [name, messages, end, now, end, now, end],
            );
      // Returning messages to a window that is over does nothing.
      if (!row) return { count: 0, endsInMs: limit.seconds * 1_000 };
      return { count: Number(row.points), endsInMs: Math.max(Number(row.expire) - now, 0) };
    },
    close: () => undefined,
  };
}
