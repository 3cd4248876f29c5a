import type { Ledger } from '../../ledger';

/** How many messages each mail server takes a session: learnt by any worker, kept for those that start later. */
interface SessionLimits {
  /** By server, as the ledger had it when it was opened. */
  readonly known: ReadonlyMap<string, number>;
  /** Idempotent by server; null when there turned out to be no limit. */
  keep(server: string, messages: number | null, now: Date): Promise<void>;
}

export async function openSessionLimits(ledger: Ledger): Promise<SessionLimits> {
  const rows = await ledger.rows<{ server: string; messages: number }>(
    'SELECT server, messages FROM session_limit',
  );
  return {
    known: new Map(rows.map(({ server, messages }) => [server, Number(messages)])),
    async keep(server, messages, now) {
      if (messages === null) await ledger.run('DELETE FROM session_limit WHERE server = ?', [server]);
      else
        await ledger.run(
          `INSERT INTO session_limit (server, messages, changed_at) VALUES (?, ?, ?)
           ON CONFLICT (server) DO UPDATE SET messages = excluded.messages, changed_at = excluded.changed_at`,
          [server, messages, now.getTime()],
        );
    },
  };
}
