import { setTimeout as delay } from 'node:timers/promises';
import { messageOf, DeliveryError } from '../../../errors';
import type { Logger } from '../../../logger';
import type { MailboxSettings } from './mailbox-settings';
import { readMailbox, type MailboxDependencies } from './read-mailbox';

/** In milliseconds. */
export interface MailboxTiming {
  /** From one visit to the next. */
  visitMs: number;
  /** First and longest wait while the mailbox cannot be read. */
  troubleMs: [first: number, longest: number];
}

const defaultTiming: MailboxTiming = { visitMs: 60_000, troubleMs: [30_000, 30 * 60_000] };

/**
 * Visits the bounce mailbox every minute until asked to stop, waiting longer and longer while it cannot be read. Never
 * throws: sending goes on without it, and new messages wait in the mailbox.
 */
export async function watchMailbox(
  settings: MailboxSettings,
  {
    logger,
    timing,
    ...dependencies
  }: MailboxDependencies & { logger: Logger; timing?: Partial<MailboxTiming> },
): Promise<void> {
  const { visitMs, troubleMs } = { ...defaultTiming, ...timing };
  const [firstWait, longestWait] = troubleMs;
  const { signal } = dependencies;
  let troubleWait = firstWait;
  while (!signal.aborted) {
    let wait = visitMs;
    try {
      const visit = await readMailbox(settings, dependencies);
      if (Object.values(visit).some((count) => count > 0))
        logger.info({ event: 'mailbox.read', ...visit }, 'Read the bounce mailbox.');
      troubleWait = firstWait;
    } catch (error) {
      wait = troubleWait;
      troubleWait = Math.min(troubleWait * 2, longestWait);
      const code = error instanceof DeliveryError ? error.code : 'UNEXPECTED';
      const words = messageOf(error);
      logger.error({ event: 'mailbox.failed', code, againInMs: wait }, words);
    }
    await delay(wait, undefined, { signal }).catch(() => undefined);
  }
}
