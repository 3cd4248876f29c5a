import { createHmac } from 'node:crypto';

/** RFC 4648 base 32 in lower case: survives a mail server that lower-cases the part before the `@`. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The first bytes of an HMAC-SHA-256, in base 32: what signs links and names persons. `purpose` is part of what is signed, so
 * that no two uses of a key can be taken for each other. Pure.
 *
 * @param bytes 16 are 128 bits, in 26 characters
 */
export function keyedMac(key: string, purpose: string, text: string, bytes = 16): string {
  const digest = createHmac('sha256', key).update(`${purpose}\n${text}`).digest();
  return base32(digest.subarray(0, bytes));
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
