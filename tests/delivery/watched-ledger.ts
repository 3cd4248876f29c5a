import {
  examineLedger,
  markWitnessed,
  readTestimony,
  type CampaignProgress,
  type LedgerAnchor,
} from '@nachra/delivery';
import { afterEach, beforeEach } from 'vitest';
import {
  describeOnBoth,
  linkSecret,
  openBench,
  startWorker,
  workerConfig,
  type LedgerBench,
  type LedgerKind,
  type RunningWorker,
} from '../support/campaign';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

type Examiner = Parameters<typeof examineLedger>[1];

/** A ledger of each test's own, with a mail server, and what watches over a ledger at a start and while it works. */
export interface WatchedLedger {
  bench: LedgerBench;
  sink: SmtpSink;
  examine: (over?: Partial<Examiner>) => ReturnType<typeof examineLedger>;
  /** Stores the position, as the content database does. */
  witness: () => Promise<LedgerAnchor>;
  complete: (id: string) => Promise<CampaignProgress>;
  /** A worker that ends with its test, however that ends. */
  startWorker: (over?: Parameters<typeof startWorker>[1]) => RunningWorker;
  /** Sends a campaign by a worker of its own, to its end. */
  sendAll: (id: string) => Promise<CampaignProgress>;
}

/** Runs a suite on a watched ledger, on SQLite, and on PostgreSQL where there is one. */
export function onWatchedLedger(
  title: string,
  suite: (watched: WatchedLedger, kind: LedgerKind) => void,
): void {
  describeOnBoth(title, (kind) => {
    const workers = new Set<RunningWorker>();
    const watched = {
      examine: (over = {}) =>
        examineLedger(watched.bench.ledger, { anchor: null, linkSecret, now: new Date(), ...over }),
      async witness() {
        const testimony = await readTestimony(watched.bench.ledger);
        await markWitnessed(watched.bench.ledger, testimony, new Date());
        return testimony.anchor;
      },
      complete: (id) => watched.bench.complete(id),
      startWorker(over) {
        const worker = startWorker(workerConfig(watched.bench.options, watched.sink.url), over);
        workers.add(worker);
        return worker;
      },
      async sendAll(id) {
        const worker = watched.startWorker();
        const end = await watched.complete(id);
        await worker.stop();
        return end;
      },
    } as WatchedLedger;
    beforeEach(async () => {
      watched.bench = await openBench(kind);
      watched.sink = await startSmtpSink();
    });
    afterEach(async () => {
      // One that failed has said so to its test; stopping it makes the next test forget it.
      await Promise.allSettled([...workers].map((worker) => worker.stop()));
      workers.clear();
      await watched.sink.close();
      await watched.bench.close();
    });
    suite(watched, kind);
  });
}
