import { timingSafeEqual } from 'node:crypto';
import { keyedMac } from './keyed-mac';

/** What a token is for: one made for a link is not accepted in a return path, nor the other way round. */
export type TokenPurpose = 'unsubscribe' | 'bounce';

/**
 * Whom a token is about: a delivery, a person by `personHash`, or both. A delivery's id has a hyphen and a person's hash has
 * none, so that neither is taken for the other.
 */
export interface TokenSubject {
  deliveryId: string | null;
  person: string | null;
}

/**
 * 88 of the HMAC's bits, in 18 characters: with a person's 26, an address for unsubscribing by mail has as many left for its
 * name as a return path has. Each guess is a mail to us. @see https://www.rfc-editor.org/rfc/rfc2104#section-5
 */
const shortMacBytes = 11;

const delivery = /^[a-z0-9-]{1,40}$/;
const person = /^[a-z2-7]{26}$/;
const mac = /^(?:[a-z2-7]{18}|[a-z2-7]{26})$/;

/**
 * Makes a token that nobody can forge without the secret, of `[a-z0-9.-]`. Pure; the same subject always has the same token.
 * - `<delivery>.<person>.<MAC>` in a link
 * - `<person>.<short MAC>` in an address for unsubscribing by mail
 * - `<delivery>.<MAC>` in a return path, and in the links of mail that was sent before links named persons
 *
 * @see https://www.rfc-editor.org/rfc/rfc8058#section-3.1 (a part that is hard to forge)
 */
export function makeLinkToken(secret: string, purpose: TokenPurpose, subject: Partial<TokenSubject>): string {
  return `${nameOf(subject)}.${macOf(secret, purpose, subject)}`;
}

/**
 * Reads a token, in constant time with regard to the secret.
 *
 * @returns whom it is about, or null when it was not made by {@link makeLinkToken} with this secret and purpose
 */
export function readLinkToken(secret: string, purpose: TokenPurpose, token: string): TokenSubject | null {
  const subject = claimedSubject(token);
  if (subject === null) return null;
  const given = token.toLowerCase().slice(nameOf(subject).length + 1);
  const expected = macOf(secret, purpose, subject);
  if (given.length !== expected.length) return null;
  return timingSafeEqual(Buffer.from(given, 'ascii'), Buffer.from(expected, 'ascii')) ? subject : null;
}

/** Whom a token claims to be about; null when it has not the form of one. Checks no MAC. Pure. */
export function claimedSubject(token: string): TokenSubject | null {
  const parts = token.toLowerCase().split('.');
  const signature = parts.pop() ?? '';
  const last = parts.pop() ?? '';
  if (!mac.test(signature)) return null;
  if (!person.test(last))
    return parts.length === 0 && delivery.test(last) ? { deliveryId: last, person: null } : null;
  const first = parts.pop() ?? null;
  if (parts.length > 0 || (first !== null && !delivery.test(first))) return null;
  return { deliveryId: first, person: last };
}

function nameOf({ deliveryId, person: hash }: Partial<TokenSubject>): string {
  return [deliveryId, hash].filter((part) => part !== undefined && part !== null).join('.');
}

function macOf(secret: string, purpose: TokenPurpose, subject: Partial<TokenSubject>): string {
  const isShort = (subject.deliveryId ?? null) === null;
  return keyedMac(secret, purpose, nameOf(subject), isShort ? shortMacBytes : undefined);
}
