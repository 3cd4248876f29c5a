import { setTimeout as delay } from 'node:timers/promises';
import type { WorkerConfig } from './config';
import {
  claimChunk,
  dispatchChunk,
  messageMakers,
  recover,
  release,
  renewLeases,
  senderDomains,
  unwrittenOutcomes,
  type Lease,
} from '../outgoing/dispatch';
import { watchMailbox, type MailboxTiming } from '../incoming/feedback/mailbox';
import { openLedger, type Ledger } from '../ledger';
import { noLimits, openPaces, openTokens } from '../outgoing/limits';
import type { Logger } from '../logger';
import { chunkSize, openWorkQueue, type WorkQueue } from './queue';
import { oneServer, openMailServers, troubleNotes, type MailServer, type MailServers } from '../outgoing/servers';
import { createSmtpTransport, type Transport } from '../outgoing/smtp';
import { isGone, self } from './owner';
import { troubleSentence } from './trouble-sentence';
import type { WakeSignal } from './queue/wake-signal';

/** What a worker is handed at the edge. */
export interface WorkerDependencies {
  logger: Logger;
  /** Asks the worker to stop: what is under way finishes, nothing new begins. */
  signal: AbortSignal;
  wake: WakeSignal;
  onProgress?: (campaignId: string) => void;
  /** Told when no mail server can be used, and when one can be again. */
  onBreaker?: (isOpen: boolean) => void;
  now?: () => Date;
  /** For tests of a server that does something special; the configured SMTP server otherwise. */
  transport?: Transport;
  timing?: Partial<WorkerTiming>;
  mailboxTiming?: Partial<MailboxTiming>;
}

/** In milliseconds. */
export interface WorkerTiming {
  /** How long chunk follows chunk before a worker looks again at what lost workers have left. */
  dispatchMs: number;
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
  dispatchMs: 5 * second,
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
    'The worker looks for work.',
  );
  // A server that hangs must not hold up a stop for ever: past the deadline its connections are cut.
  const cutOff = (): void =>
    void setTimeout(() => void servers.close({ graceMs: 0 }), timing.drainMs).unref();
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
    await workUntilStopped({ ledger, servers, queue, now, lease, timing, config, dependencies });
  } finally {
    signal.removeEventListener('abort', cutOff);
    clearInterval(heartbeat);
    await servers.close({ graceMs: timing.drainMs });
    await mailbox;
    await queue.close();
    await release(ledger, self, null, now());
    await troubleNotes(ledger, self).clear();
    await ledger.close();
    logger.info({ event: 'worker.stopped' }, 'The worker has stopped.');
  }
}

interface Work {
  ledger: Ledger;
  servers: MailServers;
  queue: WorkQueue;
  now: () => Date;
  lease: Lease;
  timing: WorkerTiming;
  config: WorkerConfig;
  dependencies: WorkerDependencies;
}

async function workUntilStopped({
  ledger,
  servers,
  queue,
  now,
  lease,
  timing,
  config,
  dependencies,
}: Work): Promise<void> {
  const { logger, signal, onProgress, onBreaker } = dependencies;
  const makers = messageMakers(ledger, config.linkSecret, config.dkim);
  const senderDomainOf = senderDomains(ledger);
  const unwritten = unwrittenOutcomes(ledger, timing.leaseMs);
  const [firstWait, longestWait] = timing.troubleMs;
  let troubleWait = firstWait;
  // Nobody has looked yet.
  let found = true;
  let heldUntil: Date | null = null;
  const pause = (ms: number): Promise<unknown> => delay(ms, undefined, { signal }).catch(() => undefined);
  for (;;) {
    const heldMs: number = heldUntil === null ? Infinity : heldUntil.getTime() - now().getTime();
    if (!found && heldMs < timing.pollMs) {
      // What its domain will take in a moment need not wait for the next poll.
      await pause(Math.max(heldMs, 0));
      found = true;
      heldUntil = null;
    }
    await queue.next(found, signal);
    if (signal.aborted) return unwritten.write(lease, now()).catch(() => undefined);
    try {
      await unwritten.write(lease, now());
      // Here this worker has nothing under way: what still bears its name is left from a write that failed.
      const recovered = await recover(ledger, now(), (owner) => owner === self || isGone(owner));
      if (recovered.requeued + recovered.inDoubt > 0) {
        logger.warn(
          { event: 'worker.recovered', ...recovered },
          'Took back what a lost worker or a failed write had left under way.',
        );
      }
      const chunk = await claimChunk(ledger, lease, chunkSize, now());
      const [first] = chunk;
      found = first !== undefined;
      if (!first) continue;
      const until = performance.now() + timing.dispatchMs;
      const campaigns = new Set([first.campaignId]);
      const end = await dispatchChunk(chunk, {
        ledger,
        servers,
        makers,
        senderDomainOf,
        now,
        lease,
        unwritten,
        async claimMore() {
          for (const campaign of campaigns) onProgress?.(campaign);
          if (performance.now() > until) return [];
          const more = await claimChunk(ledger, lease, chunkSize, now());
          if (more[0]) campaigns.add(more[0].campaignId);
          return more;
        },
        backOff: config.backOff,
        isStopping: () => signal.aborted,
      });
      heldUntil = end.heldUntil ?? heldUntil;
      troubleWait = firstWait;
      for (const campaign of campaigns) onProgress?.(campaign);
      onBreaker?.(servers.waitMs() > 0);
      if (end.pauseMs > 0) await pause(end.pauseMs);
    } catch (error) {
      found = true;
      await release(ledger, self, null, now()).catch(() => undefined);
      logger.error({ event: 'worker.failed', againInMs: troubleWait }, describe(error));
      await pause(troubleWait);
      troubleWait = Math.min(troubleWait * 2, longestWait);
    }
  }
}

function configuredServers(config: WorkerConfig): readonly MailServer[] {
  return config.servers ?? [oneServer(config.smtp)];
}

async function openServers(
  ledger: Ledger,
  timing: WorkerTiming,
  config: WorkerConfig,
  { logger, transport, now = () => new Date() }: WorkerDependencies,
): Promise<MailServers> {
  const notes = troubleNotes(ledger, self);
  await notes.clear();
  return openMailServers({
    servers: configuredServers(config),
    transportOf: ({ smtp }) => transport ?? createSmtpTransport(smtp),
    limits: config.limits ?? noLimits,
    tokens: await openTokens(ledger, config.redis),
    paces: openPaces(ledger),
    waits: timing.troubleMs,
    onTrouble({ name }, { trouble, code, reply }, againInMs) {
      logger.error(
        { event: 'smtp.unavailable', server: name, trouble, code, againInMs },
        troubleSentence(name, trouble, reply),
      );
      // A note that cannot be written is missed by nobody but the desk.
      void notes.note(name, trouble, now()).catch(() => undefined);
    },
    onRecovery({ name }) {
      logger.info({ event: 'smtp.back', server: name }, `The mail server ${name} takes messages again.`);
      void notes.clear(name).catch(() => undefined);
    },
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
