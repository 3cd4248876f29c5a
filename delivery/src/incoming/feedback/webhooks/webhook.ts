import { createHash, timingSafeEqual } from 'node:crypto';
import type { Feedback } from '../feedback';

/** A request as it arrived: the bytes of its body, because they are what is signed. */
export interface WebhookRequest {
  /** Names in lower case, as Node gives them. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** What a reader of webhooks needs from outside. */
export interface WebhookPorts {
  now: Date;
  /** Fetches a small text over https. @throws when it cannot be had */
  fetchText: (url: string) => Promise<string>;
  /** Says whether a signed token is used for the first time, or again for the same content; after `expiresAt` nobody may come with it. */
  isFirstUse: (token: string, content: string, expiresAt: Date) => Promise<boolean>;
}

/**
 * What a request is.
 * - `refused`: not proven to come from the provider
 * - `unreadable`: proven, but not of the provider's form; `fault` says where
 * - `confirm`: asks us to open an address, to begin a subscription
 * - `read`: proven and understood; what tells nothing about an address is left out
 */
export type WebhookReading =
  | { verdict: 'refused' }
  | { verdict: 'unreadable'; fault: string }
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

/** The body as JSON; undefined when it is none. */
export function jsonOf(body: Buffer | string): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
