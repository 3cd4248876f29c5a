import { z } from 'zod';
import { defaultBackOff, type BackOff } from './back-off';

/** The variables, for whoever reads an environment. All may be missing. */
export const retryVariables = {
  RETRY_FIRST_MINUTES: z.coerce.number().min(0.01).max(240).optional(),
  RETRY_LONGEST_MINUTES: z.coerce.number().min(0.01).max(1_440).optional(),
  RETRY_GIVE_UP_HOURS: z.coerce.number().min(0.01).max(48).optional(),
};

/** What each is set to. */
export const retryAdvice: Record<keyof typeof retryVariables, string> = {
  RETRY_FIRST_MINUTES:
    'the minutes after a first “later”, doubled after each one, up to 240 (5 when left out)',
  RETRY_LONGEST_MINUTES: 'the longest wait between two attempts, in minutes, up to 1440 (240 when left out)',
  RETRY_GIVE_UP_HOURS: 'the hours of waiting after which a message is given up, up to 48 (48 when left out)',
};

export type RetryVariables = { [Name in keyof typeof retryVariables]?: number | undefined };

const minute = 60_000;

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
