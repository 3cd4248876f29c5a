import { z } from 'zod';
import type { SettingDescription } from '../../setting-description';

const minute = 60_000;
const hour = 60 * minute;

/** Minutes at first, hours later, two days in all: what a greylisting or a full mailbox needs, and what RFC 5321 §4.5.4.1 advises. */
const defaultBackOff = { firstMs: 5 * minute, longestMs: 4 * hour, giveUpMs: 48 * hour };

/** When a deferred delivery is tried again, and when it is given up. */
export const backOffSchema = z.strictObject({
  /** Wait after the first refusal, in milliseconds; doubled after each one. */
  firstMs: z.number().min(1).default(defaultBackOff.firstMs),
  longestMs: z.number().min(1).default(defaultBackOff.longestMs),
  /** How long a server may go on saying “later”, in waits: a pause, or a worker that is off, uses up none of it. */
  giveUpMs: z.number().default(defaultBackOff.giveUpMs),
});
/** See {@link backOffSchema}. */
export type BackOff = z.output<typeof backOffSchema>;

/**
 * When to try again after a temporary refusal. Pure.
 *
 * @param attempts made so far, this one included; the wait for each counts towards giving up
 * @param rateRefusals that cost no attempt: each makes the wait longer, as an attempt does, and none is a reason to give up
 * @returns the instant, or null when it is time to give up
 */
export function nextAttempt(
  { attempts, rateRefusals }: { attempts: number; rateRefusals: number },
  now: Date,
  backOff: BackOff = defaultBackOff,
): Date | null {
  const waitAfter = (refusals: number): number =>
    Math.min(backOff.firstMs * 2 ** Math.max(0, refusals - 1), backOff.longestMs);
  const waited = Array.from({ length: attempts }, (_, attempt) => waitAfter(attempt + 1));
  if (waited.reduce((sum, wait) => sum + wait, 0) > backOff.giveUpMs) return null;
  return new Date(now.getTime() + waitAfter(attempts + rateRefusals));
}

/** The variables, for whoever reads an environment. All may be missing. */
export const retryVariables = {
  RETRY_FIRST_MINUTES: z.coerce.number().min(0.01).max(240).optional(),
  RETRY_LONGEST_MINUTES: z.coerce.number().min(0.01).max(1_440).optional(),
  RETRY_GIVE_UP_HOURS: z.coerce.number().min(0.01).max(48).optional(),
};

/** What people are told about each. */
export const retryDescriptions: Record<keyof typeof retryVariables, SettingDescription> = {
  RETRY_FIRST_MINUTES: {
    group: 'Mail servers',
    meaning: 'the minutes to wait after a first “later”, doubled after each one; 0.01 to 240',
    unset: `\`${defaultBackOff.firstMs / minute}\``,
  },
  RETRY_LONGEST_MINUTES: {
    group: 'Mail servers',
    meaning: 'the longest wait between two attempts, in minutes; 0.01 to 1440',
    unset: `\`${defaultBackOff.longestMs / minute}\``,
  },
  RETRY_GIVE_UP_HOURS: {
    group: 'Mail servers',
    meaning: 'the hours of waiting after which a message is given up; 0.01 to 48',
    unset: `\`${defaultBackOff.giveUpMs / hour}\``,
  },
};

type RetryVariables = { [Name in keyof typeof retryVariables]?: number | undefined };

/** Puts the back-off together; what is left out is as RFC 5321 §4.5.4.1 advises. Pure. */
export function backOffOf(env: RetryVariables): BackOff {
  const { firstMs, longestMs, giveUpMs } = defaultBackOff;
  const first = env.RETRY_FIRST_MINUTES === undefined ? firstMs : env.RETRY_FIRST_MINUTES * minute;
  return {
    firstMs: first,
    longestMs: Math.max(
      first,
      env.RETRY_LONGEST_MINUTES === undefined ? longestMs : env.RETRY_LONGEST_MINUTES * minute,
    ),
    giveUpMs: env.RETRY_GIVE_UP_HOURS === undefined ? giveUpMs : env.RETRY_GIVE_UP_HOURS * 60 * minute,
  };
}
