import type { WorkerConfig } from './settings-by-ipc';
import { timingOf, type WorkerDependencies } from './dependencies';
import { releaseClaimed, renewLeases, type Lease } from '../campaigns/changes/hold';
import { watchMailbox } from '../incoming/feedback/mailbox';
import { openLedger } from '../ledger';
import { troubleNotes } from '../outgoing/servers';
import { self } from './owner';
import { openWorkQueue } from './queue';
import { workUntilStopped } from './work-loop';
import { configuredServers, openServers } from './worker-servers';

/**
 * Sends what is due until it is asked to stop: recover, claim, dispatch, and wait when there is nothing to do. Returns
 * once everything it opened is closed.
 *
 * @throws {DeliveryError} when the ledger cannot be opened
 */
export async function runWorker(config: WorkerConfig, dependencies: WorkerDependencies): Promise<void> {
  const timing = { ...timingOf(config), ...dependencies.timing };
  const ledger = await openLedger(config.ledger);
  const now = dependencies.now ?? (() => new Date());
  const lease: Lease = { owner: self, ms: timing.leaseMs };
  const heartbeat = setInterval(
    () => void renewLeases(ledger, lease).catch(() => undefined),
    timing.leaseMs / 3,
  );
  const { logger, signal, mailboxTiming } = dependencies;
  const servers = await openServers(ledger, timing, config, dependencies);
  logger.info(
    { event: 'worker.started', servers: configuredServers(config).map(({ name }) => name) },
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
    await workUntilStopped({ ledger, servers, queue, now, lease, timing, config, dependencies });
  } finally {
    signal.removeEventListener('abort', cutOff);
    clearInterval(heartbeat);
    await servers.close({ graceMs: timing.drainMs });
    await mailbox;
    await queue.close();
    await releaseClaimed(ledger, self, now());
    await troubleNotes(ledger, self).clear();
    await ledger.close();
    logger.info({ event: 'worker.stopped' }, 'The worker has stopped.');
  }
}
