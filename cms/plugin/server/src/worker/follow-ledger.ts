import { decisionsAfter, type Ledger } from '@nachra/delivery';
import type { Journal } from '../common/journal';
import type { EventLog } from '../common/log';

/** What following the ledger's log needs. */
interface FollowLedgerDependencies {
  ledger: Ledger;
  /** Names the ledger, so that events of another one are never taken for known. */
  ledgerUid: string;
  journal: Pick<Journal, 'copyEvents' | 'lastEvent'>;
  log: EventLog;
}

/** Copies the ledger's decisions into the journal. */
interface LedgerFollower {
  /** Copies what is new, now. @throws what the ledger or the content database throws */
  look(): Promise<void>;
  /** Stops and waits for a look that is under way. */
  stop(): Promise<void>;
}

/** On PostgreSQL a transaction may commit after one whose events have higher numbers: so many are asked for again. */
const overlap = 5_000;
const atOnce = 1_000;

/**
 * Copies decisions every second. Each look begins with what the journal holds, so that a crash between two looks loses
 * nothing; copying is idempotent.
 */
export function followLedger(dependencies: FollowLedgerDependencies, everyMs = 1_000): LedgerFollower {
  const { log } = dependencies;
  let stopped = false;
  let last: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    // One after the other: two looks at once would copy the same events, and one of them would fail.
    const turn = last.then(() => copyNew(dependencies));
    last = turn.catch(() => undefined);
    return turn;
  };
  const timer = setInterval(() => {
    if (stopped) return;
    look().catch((error: unknown) => {
      if (!stopped)
        log.error({ event: 'journal.follow-failed' }, error instanceof Error ? error.message : String(error));
    });
  }, everyMs);
  timer.unref();
  return {
    look,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
    },
  };
}

async function copyNew({ ledger, ledgerUid, journal }: FollowLedgerDependencies): Promise<void> {
  let after = Math.max(0, (await journal.lastEvent(ledgerUid)) - overlap);
  for (;;) {
    const events = await decisionsAfter(ledger, { after, limit: atOnce });
    await journal.copyEvents(ledgerUid, events);
    const newest = events.at(-1);
    if (newest === undefined || events.length < atOnce) return;
    after = newest.id;
  }
}
