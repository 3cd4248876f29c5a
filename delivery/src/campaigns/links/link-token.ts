import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token is for: one made for a link is not accepted in an address, nor the other way round. */
export type TokenPurpose = 'unsubscribe' | 'bounce';

/** RFC 4648 base 32 in lower case: survives a mail server that lower-cases the part before the `@`. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 128 of the HMAC's 256 bits: 26 characters, so that `bounces+<token>@` stays within the 64 of RFC 5321. */
const macBytes = 16;

/**
 * Makes a token that names a delivery and that nobody can forge without the secret: `<delivery>.<HMAC>`, of `[a-z0-9.-]`.
 * Pure; a delivery always has the same token, so that the links of old mail keep working.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8058#section-3.1 (a part that is hard to forge)
 */
export function makeLinkToken(secret: string, purpose: TokenPurpose, deliveryId: string): string {
  return `${deliveryId}.${macOf(secret, purpose, deliveryId)}`;
}

/**
 * Reads a token, in constant time with regard to the secret.
 *
 * @returns the delivery's id, or null when the token was not made by {@link makeLinkToken} with this secret and purpose
 */
export function readLinkToken(secret: string, purpose: TokenPurpose, token: string): string | null {
  const [, deliveryId, mac] = /^([a-z0-9-]{1,40})\.([a-z2-7]{26})$/.exec(token.toLowerCase()) ?? [];
  if (deliveryId === undefined || mac === undefined) return null;
  const expected = macOf(secret, purpose, deliveryId);
  return timingSafeEqual(Buffer.from(mac, 'ascii'), Buffer.from(expected, 'ascii')) ? deliveryId : null;
}

function macOf(secret: string, purpose: TokenPurpose, deliveryId: string): string {
  const digest = createHmac('sha256', secret).update(`${purpose}\n${deliveryId}`).digest();
  return base32(digest.subarray(0, macBytes));
}

/** Base 32 without padding. @see https://www.rfc-editor.org/rfc/rfc4648#section-6 */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}
