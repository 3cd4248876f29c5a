import { z } from 'zod';

/** So many messages in so much time. */
export const limitSchema = z.object({ messages: z.int().min(1), seconds: z.int().min(1) });
/** See {@link limitSchema}. */
export type Limit = z.infer<typeof limitSchema>;

const units: Record<string, number> = { second: 1, minute: 60, hour: 3_600, day: 86_400 };

/** How a limit is written, for whoever reads one. */
export const limitPattern = /^\s*(\d{1,9})\s*\/\s*(second|minute|hour|day)\s*$/;

/** Reads `600/minute`. Pure. @returns null when it is not a limit, or is a limit of zero */
export function readLimit(text: string): Limit | null {
  const [, messages, unit = ''] = limitPattern.exec(text) ?? [];
  const seconds = units[unit];
  if (messages === undefined || seconds === undefined || Number(messages) === 0) return null;
  return { messages: Number(messages), seconds };
}

/** How fast an installation may send, besides what its mail servers are limited to and what is learned from their answers. */
export const sendingLimitsSchema = z.strictObject({
  /** Messages of one sender domain; null for no limit. */
  sender: limitSchema.nullable().default(null),
  /** Messages to one recipient domain, by its name in lower case; `*` stands for every domain that is not named. */
  domains: z.record(z.string(), limitSchema).default({}),
});
/** See {@link sendingLimitsSchema}. */
export type SendingLimits = z.output<typeof sendingLimitsSchema>;

/** The limit for a recipient domain. Pure. */
export function limitOfDomain({ domains }: SendingLimits, domain: string): Limit | null {
  // A recipient's domain may be called what every object has.
  const named = Object.hasOwn(domains, domain) ? domains[domain] : domains['*'];
  return named ?? null;
}
