import { setTimeout as delay } from 'node:timers/promises';
import type { WorkerConfig } from '../config';
import {
  claimChunk,
  dispatchChunk,
  messageMakers,
  recover,
  release,
  renewLeases,
  type Lease,
} from '../dispatch';
import { watchMailbox, type MailboxTiming } from '../feedback/mailbox';
import { openLedger, type Ledger } from '../ledger';
import type { Logger } from '../logger';
import { chunkSize, openWorkQueue, type WorkQueue } from '../queue';
import { createSmtpTransport, nameOfServer, type Transport } from '../smtp';
import { isGone, self } from './owner';
import type { WakeSignal } from './wake-signal';

/** What a worker is handed at the edge. */
export interface WorkerDependencies {
  logger: Logger;
  /** Asks the worker to stop: what is under way finishes, nothing new begins. */
  signal: AbortSignal;
  wake: WakeSignal;
  onProgress?: (campaignId: string) => void;
  /** Told when the mail server cannot be used, and when it can be again. */
  onBreaker?: (isOpen: boolean) => void;
  now?: () => Date;
  /** For tests of a server that does something special; the configured SMTP server otherwise. */
  transport?: Transport;
  timing?: Partial<WorkerTiming>;
  mailboxTiming?: Partial<MailboxTiming>;
}

/** In milliseconds. */
export interface WorkerTiming {
  /** How long a lease lasts without renewal. */
  leaseMs: number;
  /** How often an idle worker looks at the ledger. */
  pollMs: number;
  /** First and longest wait while the mail server cannot be used. */
  troubleMs: [first: number, longest: number];
  /** How long what is under way may take when the worker is asked to stop. */
  drainMs: number;
}

const second = 1_000;
const defaultTiming: WorkerTiming = {
  leaseMs: 60 * second,
  pollMs: 2 * second,
  troubleMs: [2 * second, 300 * second],
  drainMs: 20 * second,
};

function timingOf({ timing = {} }: WorkerConfig): WorkerTiming {
  const [first, longest] = defaultTiming.troubleMs;
  const { leaseMs = defaultTiming.leaseMs, firstTroubleMs = first } = timing;
  return { ...defaultTiming, leaseMs, troubleMs: [firstTroubleMs, Math.min(firstTroubleMs * 150, longest)] };
}

/**
 * Sends what is due until it is asked to stop: recover, claim, dispatch, and wait when there is nothing to do. Returns
 * once everything it opened is closed.
 *
 * @throws {LedgerError} when the ledger cannot be opened
 */
export async function runWorker(config: WorkerConfig, dependencies: WorkerDependencies): Promise<void> {
  const timing = { ...timingOf(config), ...dependencies.timing };
  const ledger = await openLedger(config.ledger);
  const transport = dependencies.transport ?? createSmtpTransport(config.smtp);
  const now = dependencies.now ?? (() => new Date());
  const lease = (): Lease => ({ owner: self, until: new Date(now().getTime() + timing.leaseMs) });
  const heartbeat = setInterval(
    () => void renewLeases(ledger, lease()).catch(() => undefined),
    timing.leaseMs / 3,
  );
  const { logger, signal, mailboxTiming } = dependencies;
  logger.info({ event: 'worker.started', server: nameOfServer(config.smtp) }, 'The worker looks for work.');
  // A server that hangs must not hold up a stop for ever: past the deadline its connections are cut.
  const cutOff = (): void =>
    void setTimeout(() => void transport.close({ graceMs: 0 }), timing.drainMs).unref();
  signal.addEventListener('abort', cutOff, { once: true });
  // It shares this worker's ledger: two connections to one SQLite file in one process can wait for each other for ever.
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
    await workUntilStopped({ ledger, transport, queue, now, lease, timing, config, dependencies });
  } finally {
    signal.removeEventListener('abort', cutOff);
    clearInterval(heartbeat);
    await transport.close({ graceMs: timing.drainMs });
    await mailbox;
    await queue.close();
    await release(ledger, self, null, now());
    await ledger.close();
    logger.info({ event: 'worker.stopped' }, 'The worker has stopped.');
  }
}

interface Work {
  ledger: Ledger;
  transport: Transport;
  queue: WorkQueue;
  now: () => Date;
  lease: () => Lease;
  timing: WorkerTiming;
  config: WorkerConfig;
  dependencies: WorkerDependencies;
}

async function workUntilStopped({
  ledger,
  transport,
  queue,
  now,
  lease,
  timing,
  config,
  dependencies,
}: Work): Promise<void> {
  const { logger, signal, onProgress, onBreaker } = dependencies;
  const makers = messageMakers(ledger, config.linkSecret, config.dkim);
  const [firstWait, longestWait] = timing.troubleMs;
  let troubleWait = firstWait;
  // Nobody has looked yet.
  let found = true;
  for (;;) {
    await queue.next(found, signal);
    if (signal.aborted) return;
    try {
      // Here this worker has nothing under way: what still bears its name is left from a write that failed.
      const recovered = await recover(ledger, now(), (owner) => owner === self || isGone(owner));
      if (recovered.requeued + recovered.inDoubt > 0) {
        logger.warn(
          { event: 'worker.recovered', ...recovered },
          'Took back what a lost worker or a failed write had left under way.',
        );
      }
      const chunk = await claimChunk(ledger, lease(), chunkSize, now());
      const [first] = chunk;
      found = first !== undefined;
      if (!first) continue;
      const trouble = await dispatchChunk(chunk, {
        ledger,
        transport,
        makers,
        now,
        lease,
        groupSize: config.smtp.connections * 2,
        isStopping: () => signal.aborted,
      });
      onProgress?.(first.campaignId);
      onBreaker?.(trouble !== null);
      if (trouble === null) {
        troubleWait = firstWait;
        continue;
      }
      logger.error(
        { event: 'smtp.unavailable', trouble: trouble.trouble, code: trouble.code, againInMs: troubleWait },
        troubleSentence(nameOfServer(config.smtp), trouble.trouble, trouble.reply),
      );
    } catch (error) {
      found = true;
      await release(ledger, self, null, now()).catch(() => undefined);
      logger.error({ event: 'worker.failed', againInMs: troubleWait }, describe(error));
    }
    await delay(troubleWait, undefined, { signal }).catch(() => undefined);
    troubleWait = Math.min(troubleWait * 2, longestWait);
  }
}

const remedies: Record<string, string> = {
  unreachable: 'Check the host and port of SMTP_URL, and that the server runs.',
  'sign-in-refused': 'Correct the name and password in SMTP_URL.',
  insecure:
    'The server offers no TLS that can be trusted: use one that does, or set SMTP_ALLOW_INSECURE=true knowingly.',
  'sender-refused':
    'The server does not let us send as this sender: correct the sender in the brand, or the account in SMTP_URL.',
  closing: 'The server is closing or wants fewer connections: SMTP_CONNECTIONS may be lower.',
  stopped: 'The connection was closed by our own stop.',
};

function troubleSentence(server: string, trouble: string, reply: string): string {
  return `The mail server ${server} takes no messages (${reply}). ${remedies[trouble] ?? ''} Nobody’s message is lost: they wait in the queue.`;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
