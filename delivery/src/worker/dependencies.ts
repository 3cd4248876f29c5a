import type { WorkerConfig } from './settings-by-ipc';
import type { MailboxTiming } from '../incoming/feedback/mailbox';
import type { Logger } from '../logger';
import type { Transport } from '../outgoing/smtp';
import type { WakeSignal } from './queue/wake-signal';

/** What a worker is handed at the edge. */
export interface WorkerDependencies {
  logger: Logger;
  /** Asks the worker to stop: messages under way finish, nothing new begins. */
  signal: AbortSignal;
  wake: WakeSignal;
  onProgress?: (campaignId: string) => void;
  /** Called when no mail server can be used, and when one can be used again. */
  onBreaker?: (isOpen: boolean) => void;
  /** Called once when the ledger turns out to be damaged; nothing is sent from then on. */
  onDamage?: () => void;
  now?: () => Date;
  /** For tests of a server that does something special; the configured SMTP server otherwise. */
  transport?: Transport;
  timing?: Partial<WorkerTiming>;
  mailboxTiming?: Partial<MailboxTiming>;
}

/** In milliseconds. */
export interface WorkerTiming {
  /** How long a worker sends chunk after chunk before it checks again for what lost workers have left. */
  dispatchMs: number;
  /** How long a lease lasts without renewal. */
  leaseMs: number;
  /** How often it says that it is there. */
  beatMs: number;
  /** How often an idle worker checks the ledger. */
  pollMs: number;
  /** First and longest wait while the mail server cannot be used. */
  troubleMs: [first: number, longest: number];
  /** How long messages under way may take once the worker is asked to stop. */
  drainMs: number;
}

const second = 1_000;
const defaultTiming: WorkerTiming = {
  dispatchMs: 5 * second,
  leaseMs: 60 * second,
  beatMs: 5 * second,
  pollMs: 2 * second,
  troubleMs: [2 * second, 300 * second],
  drainMs: 20 * second,
};

/** The timing of a worker: the defaults, except for what a config sets for tests that cannot wait that long. Pure. */
export function timingOf({ timing = {} }: WorkerConfig): WorkerTiming {
  const [first, longest] = defaultTiming.troubleMs;
  const { leaseMs = defaultTiming.leaseMs, firstTroubleMs = first } = timing;
  return { ...defaultTiming, leaseMs, troubleMs: [firstTroubleMs, Math.min(firstTroubleMs * 150, longest)] };
}
