import { domainToASCII } from 'node:url';

/** RFC 5321 §4.5.3.1: octets of a whole address and of the part before the `@`. */
const longestAddress = 254;
const longestLocalPart = 64;

/**
 * RFC 5322 dot-atom; beyond ASCII (RFC 6531) the letters of all scripts with their marks and digits, and nothing that is
 * invisible or turns the writing direction. Quoted local parts are legal, unused, and a way into the SMTP dialogue: not taken.
 */
const dotAtom =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{N}-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{N}-]+)*$/u;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Brings an address into the one form that may enter an SMTP envelope, or says that it is none. Pure.
 *
 * Trimmed; the domain in lower case and in its ASCII form (`exémple.fr` → `xn--exmple-cva.fr`); the part before the
 * `@` as written, since only its owner's server may read it, composed as RFC 6530 §10.1 asks (NFC). What could break out
 * of `RCPT TO:<…>` (CR, LF, angle brackets, spaces, control characters) is no address.
 *
 * @returns the address, or null
 * @see https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1
 */
export function normaliseAddress(written: string): string | null {
  const address = written.trim();
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const local = address.slice(0, at).normalize('NFC');
  const domain = normaliseDomain(address.slice(at + 1));
  if (domain === null || Buffer.byteLength(local) > longestLocalPart || !dotAtom.test(local)) return null;
  const normal = `${local}@${domain}`;
  return Buffer.byteLength(normal) > longestAddress ? null : normal;
}

/** Whether an address has letters beyond ASCII before the `@`: only a server with SMTPUTF8 takes it (RFC 6531). Pure. */
export function needsSmtpUtf8(normal: string): boolean {
  return /[^\u0000-\u007f]/.test(normal);
}

function normaliseDomain(written: string): string | null {
  // domainToASCII parses as a URL host: it would take `a b`, `x/y` or `1` for something else than what was written.
  if (!/^[^\s<>@/\\?#%:[\]\u0000-\u001f]+$/u.test(written)) return null;
  const domain = domainToASCII(written).toLowerCase();
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((label) => domainLabel.test(label))) return null;
  // A last label of digits only is an IPv4 address: mail to a bare number is not mail to a person.
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : domain;
}

/**
 * What two addresses of one person have in common: the normal form in lower case. Servers that tell `Salma@` from
 * `salma@` are not found in practice; mailing somebody twice, or after an unsubscribe, would be worse than the odds.
 */
export function addressKey(normal: string): string {
  return normal.toLowerCase();
}

/** The same of an address as somebody has written it, which need not be one. */
export function writtenAddressKey(address: string): string {
  return addressKey(normaliseAddress(address) ?? address);
}

/** The domain of an address, in lower case: the form that routes and limits know it by. Pure. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
