import type { Ledger } from '../../ledger';
import type { ServerTrouble } from '../smtp';

/** A mail server that a worker leaves alone for now: its breaker is open, or it is about to be tried again. */
interface TroubledServer {
  server: string;
  trouble: ServerTrouble;
  since: Date;
}

/** What one worker records about its mail servers, for the CMS to show. */
interface TroubleNotes {
  /** Idempotent by worker and server. */
  note(server: string, trouble: ServerTrouble, now: Date): Promise<void>;
  /** The server takes messages again. Without a name: all servers, because the worker starts or ends. */
  clear(server?: string): Promise<void>;
}

/**
 * A worker that has trouble with a server records it again at each attempt, at most five minutes apart; one that has
 * recorded nothing for this long has nothing to send, or has died.
 */
const silentAfterMs = 15 * 60_000;

export function troubleNotes(ledger: Ledger, worker: string): TroubleNotes {
  return {
    async note(server, trouble, now) {
      await ledger.run(
        `INSERT INTO server_trouble (worker, server, trouble, since, seen_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (worker, server) DO UPDATE SET trouble = excluded.trouble, seen_at = excluded.seen_at`,
        [worker, server, trouble, now.getTime(), now.getTime()],
      );
    },
    async clear(server) {
      if (server === undefined) await ledger.run('DELETE FROM server_trouble WHERE worker = ?', [worker]);
      else await ledger.run('DELETE FROM server_trouble WHERE worker = ? AND server = ?', [worker, server]);
    },
  };
}

/** The mail servers that some worker of this ledger has trouble with, by name. */
export async function troubledServers(ledger: Ledger, now: Date): Promise<TroubledServer[]> {
  const rows = await ledger.rows<{ server: string; trouble: ServerTrouble; since: number }>(
    'SELECT server, MIN(trouble) AS trouble, MIN(since) AS since FROM server_trouble WHERE seen_at > ? GROUP BY server ORDER BY server',
    [now.getTime() - silentAfterMs],
  );
  return rows.map(({ server, trouble, since }) => ({ server, trouble, since: new Date(Number(since)) }));
}
