import { createHash, timingSafeEqual } from 'node:crypto';
import { z, type ZodError, type ZodType } from 'zod';
import type { Feedback } from '../feedback-sources';

/** A request as it arrived: the bytes of its body, because they are what is signed. */
export interface WebhookRequest {
  /** Names in lower case, as Node gives them. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** What a webhook's reader needs from outside. */
export interface WebhookPorts {
  now: Date;
  /** Fetches a small text over https. @throws when it cannot be fetched */
  fetchText: (url: string) => Promise<string>;
  /** Whether a signed token is used for the first time, or again with the same content. After `expiresAt` it is refused. */
  isFirstUse: (token: string, content: string, expiresAt: Date) => Promise<boolean>;
}

/** One place where a request does not have its provider's form. */
export interface WebhookFault {
  /** Path in the JSON, with dots: `0.type`; '' for the whole. */
  at: string;
  /** Zod's code: `invalid_type`, `invalid_value`, … */
  code: string;
}

/**
 * What a request is.
 * - `refused`: not proven to come from the provider
 * - `unreadable`: authenticated, but not in the provider's form; `faults` say where
 * - `confirm`: asks us to open a URL to confirm a subscription
 * - `read`: authenticated and understood; events that say nothing about an address are left out
 */
type WebhookReading =
  | { verdict: 'refused' }
  | { verdict: 'unreadable'; faults: WebhookFault[] }
  | { verdict: 'confirm'; url: string }
  | { verdict: 'read'; feedback: Feedback[] };

/**
 * Verifies a request as its provider prescribes, then reads it.
 *
 * @param key what the installation has been told of this provider: a secret, a public key or a topic
 */
export type WebhookReader = (
  request: WebhookRequest,
  key: string,
  ports: WebhookPorts,
) => WebhookReading | Promise<WebhookReading>;

/** The answer to an authenticated request that does not have its provider's form. */
export function unreadable(error: ZodError): { verdict: 'unreadable'; faults: WebhookFault[] } {
  return { verdict: 'unreadable', faults: faultsOf(error) };
}

function faultsOf(error: ZodError, ...place: string[]): WebhookFault[] {
  return error.issues.map(({ path, code }) => ({ at: [...place, ...path].join('.'), code }));
}

/**
 * The events of a batch that have their provider's form. One of a kind that we do not know must not reject the others, which
 * would be sent again and again and be lost in the end; a batch in which nothing has that form is unreadable.
 */
export function readBatch<Event>(
  schema: ZodType<Event>,
  batch: unknown,
  most: number,
): { events: Event[] } | { verdict: 'unreadable'; faults: WebhookFault[] } {
  const parsed = z.array(z.unknown()).max(most).safeParse(batch);
  if (!parsed.success) return unreadable(parsed.error);
  const readings = parsed.data.map((event) => schema.safeParse(event));
  const events = readings.flatMap((reading) => (reading.success ? [reading.data] : []));
  const isReadable = events.length > 0 || readings.length === 0;
  const faults = readings.flatMap(({ error }, at) => (error ? faultsOf(error, `${at}`) : []));
  return isReadable ? { events } : { verdict: 'unreadable', faults: faults.slice(0, mostFaults) };
}

const mostFaults = 100;

/** The answer to a request that is not authenticated; it does not say why. */
export const refused = { verdict: 'refused' } as const;

/** Compares in constant time, whatever the lengths. */
export function isSame(given: string | Buffer, expected: string | Buffer): boolean {
  const digest = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

export function headerOf({ headers }: WebhookRequest, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** What an Authorization field carries: a bearer's token, or `name:password`; empty when it is neither. */
export function credentialsOf(authorization: string): string {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) ([\x21-\x7e]{1,1000})$/i.exec(authorization) ?? [];
  return scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString() : value;
}

/** The body as JSON; undefined when it is not JSON. */
export function jsonOf(body: Buffer | string): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
