import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fromWorkerSchema, settingsByIpc, type ToWorker, type WorkerSettings } from '@nachra/delivery';
import type { EventLog } from '../common/log';

/** How the worker is. */
export interface WorkerHealth {
  alive: boolean;
  /** Whether it waits because its mail server cannot be used. */
  breakerOpen: boolean;
}

export interface SupervisorOptions {
  /** Path of the worker's program. */
  command: string;
  /** Handed over by IPC when the worker has started: everybody on the machine may read a command line, and an environment outlives its use. */
  settings: WorkerSettings;
  log: EventLog;
  onProgress: (campaignId: string) => void;
  /** The worker has found the ledger damaged, and sends nothing more. */
  onDamage?: () => void;
  /** Waits between restarts, in ms: doubled from the first to the second while it keeps dying. */
  backOff?: { first: number; longest: number };
  /** How long a worker may take to finish what it is sending, in ms, before it is ended. */
  drainMs?: number;
}

/** The worker process that the CMS keeps beside itself. */
export interface Supervisor {
  /** Tells the worker that there is something to send. */
  wake(): void;
  health(): WorkerHealth;
  /** Asks the worker to finish what is on its way, waits for it, and starts no other. Idempotent. */
  stop(): Promise<void>;
}

/** A worker that ran this long was healthy: if it dies now, the back-off starts over. */
const healthyAfterMs = 60_000;

/**
 * Starts the worker as a child process and starts it again whenever it dies. Nothing is lost in between: the ledger
 * knows what was claimed and what was leaving. The worker in turn ends when this process goes away (its IPC channel
 * closes), so a crash of the CMS leaves no orphan that sends.
 */
export function superviseWorker(options: SupervisorOptions): Supervisor {
  const { first, longest } = options.backOff ?? { first: 1_000, longest: 60_000 };
  const stopping = new AbortController();
  let worker: ChildProcess | null = null;
  let breakerOpen = false;

  const life = (async () => {
    for (let wait = first; !stopping.signal.aborted;) {
      const bornAt = Date.now();
      breakerOpen = false;
      worker = start(options, (isOpen) => (breakerOpen = isOpen));
      const ending = await endOf(worker);
      worker = null;
      if (stopping.signal.aborted) return;
      wait = Date.now() - bornAt > healthyAfterMs ? first : wait;
      options.log.warn(
        { event: 'worker.died', ending, againInMs: wait },
        'The worker ended; it is started again.',
      );
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      wait = Math.min(wait * 2, longest);
    }
  })();

  return {
    wake() {
      if (worker) tell(worker, { type: 'wake' });
    },
    health: () => ({ alive: worker?.connected === true, breakerOpen }),
    async stop() {
      stopping.abort();
      worker?.kill('SIGTERM');
      const overdue = setTimeout(() => worker?.kill('SIGKILL'), options.drainMs ?? 30_000);
      await life;
      clearTimeout(overdue);
    },
  };
}

function start(
  { command, settings, log, onProgress, onDamage }: SupervisorOptions,
  onBreaker: (isOpen: boolean) => void,
): ChildProcess {
  const worker = fork(command, [settingsByIpc], {
    env: {},
    // Its log lines go where ours go; it reads nothing.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  worker.on('message', (message) => {
    const { data: said } = fromWorkerSchema.safeParse(message);
    if (said?.type === 'progress') onProgress(said.campaignId);
    if (said?.type === 'damage') onDamage?.();
    if (said?.type === 'breaker') onBreaker(said.isOpen);
  });
  tell(worker, { type: 'settings', settings });
  log.info({ event: 'worker.started', pid: worker.pid }, 'The worker was started.');
  return worker;
}

/** Does nothing when the worker is gone; a new one is started anyway. */
function tell(worker: ChildProcess, message: ToWorker): void {
  if (worker.connected) worker.send(message, () => undefined);
}

/** Resolves with how a process ended: its exit code, its signal, or why it could not be started at all. */
function endOf(worker: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    worker.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    worker.once('error', (error) => resolve(error.message));
  });
}
