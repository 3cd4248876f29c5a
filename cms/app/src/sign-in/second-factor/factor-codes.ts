import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';

/** What every app takes without being told (RFC 6238): a new code of six digits each half minute. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Clocks of people and server may be half a minute apart. */
const stepsOff = 1;

const recoveryCodes = 10;
/** 66 bits, so that nobody finds a code from its hash; digits alone, for the keypads of phones. */
const recoveryDigits = 20;

/** What somebody typed: a code of the app, or one that was kept for the day on which the app is lost. */
interface TypedCode {
  kind: 'app' | 'recovery';
  digits: string;
}

/** Reads a code however it is grouped; null for what can be neither. Pure. */
export function readCode(typed: string): TypedCode | null {
  const digits = typed.replace(/[\s\-–.]/g, '');
  if (!/^\d+$/.test(digits)) return null;
  if (digits.length === shape.digits) return { kind: 'app', digits };
  return digits.length === recoveryDigits ? { kind: 'recovery', digits } : null;
}

/** A new secret of 160 bits, in base 32 as apps take it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/**
 * The half minute whose code this is, counted since 1970; null where it is a code of none around now. Pure.
 *
 * @param digits six of them
 */
export function stepOf(secret: string, digits: string, now: Date): number | null {
  const totp = new TOTP({ ...shape, secret: Secret.fromBase32(secret) });
  const off = totp.validate({ token: digits, timestamp: now.getTime(), window: stepsOff });
  return off === null ? null : TOTP.counter({ period: shape.period, timestamp: now.getTime() }) + off;
}

/** What an app reads from the picture: `otpauth://totp/…`. */
export function appAddress(secret: string, account: string, issuer: string): string {
  return new TOTP({ ...shape, secret: Secret.fromBase32(secret), label: account, issuer }).toString();
}

/** The QR code of an address, as the address of a picture. Dark on white in every theme, since cameras read no other. */
export function qrCode(address: string): string {
  const svg = renderSVG(address, { border: 3 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/** The codes that are shown once: four groups of five digits each. */
export function newRecoveryCodes(): string[] {
  const group = () => String(randomInt(100_000)).padStart(5, '0');
  return Array.from({ length: recoveryCodes }, () => Array.from({ length: 4 }, group).join('-'));
}

/** What is kept of a recovery code. No key is in it: it has to work on the day on which the key is lost. Pure. */
export function recoveryHash(userId: number, code: string): string {
  const digits = code.replace(/\D/g, '');
  return createHash('sha256').update(`nachra-recovery\n${userId}\n${digits}`).digest('base64url');
}
