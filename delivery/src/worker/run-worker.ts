import { setTimeout as delay } from 'node:timers/promises';
import type { WorkerConfig } from './settings-by-ipc';
import { timingOf, type WorkerDependencies } from './dependencies';
import { releaseClaimed, renewLeases, type Lease } from '../campaigns/changes/claim';
import { watchMailbox } from '../incoming/feedback/mailbox';
import { askForAttestation, examineLedger, openHeartbeat, type LedgerHold } from '../campaigns/holds';
import { openLedger, type Ledger } from '../ledger';
import type { Logger } from '../logger';
import { troubleNotes } from '../outgoing/servers';
import { self } from './owner';
import { openWorkQueue } from './queue';
import { untilStopped, workUntilStopped } from './work-loop';
import { openServers } from './worker-servers';

/**
 * Sends what is due until it is asked to stop: recover, claim, dispatch, and wait when there is nothing to do. Returns
 * once everything it opened is closed.
 *
 * @throws {DeliveryError} when the ledger cannot be opened
 */
export async function runWorker(config: WorkerConfig, dependencies: WorkerDependencies): Promise<void> {
  const timing = { ...timingOf(config), ...dependencies.timing };
  const ledger = await openLedger(config.ledger, config.personKey);
  const now = dependencies.now ?? (() => new Date());
  const lease: Lease = { owner: self, ms: timing.leaseMs };
  const { logger, signal, mailboxTiming } = dependencies;
  const renewal = setInterval(
    () => void renewLeases(ledger, lease).catch(() => undefined),
    timing.leaseMs / 3,
  );
  const hold = config.examines ? await examine(ledger, config.linkSecret, now(), logger) : null;
  const heartbeat = startBeating(
    openHeartbeat(ledger, { now, leavesWitness: config.examines === true }),
    timing.beatMs,
    logger,
  );
  const servers = await openServers(ledger, timing, config, dependencies);
  logger.info(
    { event: 'worker.started', servers: config.servers.map(({ name }) => name) },
    'The worker is looking for work.',
  );
  // A server that hangs must not delay a stop forever: past the deadline its connections are cut.
  const cutOff = (): void =>
    void setTimeout(() => void servers.close({ graceMs: 0 }), timing.drainMs).unref();
  signal.addEventListener('abort', cutOff, { once: true });
  // It shares this worker's ledger: two connections to one SQLite file in one process can deadlock.
  const mailbox = config.mailbox
    ? watchMailbox(config.mailbox, {
        ledger,
        secret: config.linkSecret,
        now,
        signal,
        logger,
        timing: mailboxTiming,
      })
    : null;
  const { pollMs } = timing;
  const queue = await openWorkQueue(config.redis, { ledger, wake: dependencies.wake, logger, now, pollMs });
  try {
    // A damaged ledger cannot even keep that it is held, and most of its pages may be sound.
    if (hold === 'damaged') await untilStopped(signal);
    else if (!config.examines || (await untilAttested(ledger, dependencies, pollMs)))
      await workUntilStopped({ ledger, servers, queue, now, lease, timing, config, dependencies });
  } finally {
    signal.removeEventListener('abort', cutOff);
    clearInterval(renewal);
    await heartbeat.stop();
    await servers.close({ graceMs: timing.drainMs });
    await mailbox;
    await queue.close();
    if (hold !== 'damaged' && !ledger.isDamaged()) {
      await releaseClaimed(ledger, self, now());
      await troubleNotes(ledger, self).clear();
    }
    await ledger.close();
    logger.info({ event: 'worker.stopped' }, 'The worker has stopped.');
  }
}

/** A worker that no CMS has started compares the ledger itself; it knows no content, so the CMS may find more. */
async function examine(
  ledger: Ledger,
  linkSecret: string,
  now: Date,
  logger: Logger,
): Promise<LedgerHold | null> {
  const { hold, silent, isUnwitnessed } = await examineLedger(ledger, { anchor: null, linkSecret, now });
  if (hold !== null) logHold(logger, hold);
  if (silent.length > 0)
    logger.warn(
      { event: 'campaigns.held', count: silent.length },
      'Campaigns that nobody had worked on for an hour wait for a decision at the desk.',
    );
  if (isUnwitnessed)
    logger.warn(
      { event: 'ledger.unwitnessed' },
      'This machine does not remember the ledger: if its files were copied back in place, nobody may notice.',
    );
  return hold;
}

/**
 * Waits until the CMS has compared the ledger with the content since this worker started. It beats and reads the mailbox meanwhile.
 *
 * @returns false when it was asked to stop before
 */
async function untilAttested(
  ledger: Ledger,
  { logger, signal }: Pick<WorkerDependencies, 'logger' | 'signal'>,
  pollMs: number,
): Promise<boolean> {
  const attestation = await askForAttestation(ledger);
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    // A database that is away for a moment is asked again.
    if (await attestation.isGiven().catch(() => false)) return true;
    if (isFirst)
      logger.info(
        { event: 'worker.waits' },
        'The worker sends once the CMS has compared the ledger with its content. Start the CMS.',
      );
    await delay(pollMs, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

function logHold(logger: Logger, hold: LedgerHold): void {
  logger.error(
    { event: 'ledger.held', hold },
    `Nothing is sent: the ledger is held (${hold}). Start the CMS: its desk explains why and lets a person decide.`,
  );
}

/** Says at once and every `everyMs` that this worker is there, and once more when it stops. */
function startBeating(beat: () => Promise<LedgerHold | null>, everyMs: number, logger: Logger) {
  let last: Promise<void> = Promise.resolve();
  const once = (): void => {
    const turn = async () => {
      const hold = await beat();
      if (hold !== null) logHold(logger, hold);
    };
    last = last.then(turn).catch(() => undefined);
  };
  once();
  const timer = setInterval(once, everyMs);
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      once();
      await last;
    },
  };
}
