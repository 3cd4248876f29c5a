const hostOnly = /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/u;
const mailbox = /^[^\s@/:]+@(?:[\p{L}\d-]+\.)+\p{L}{2,}$/u;

/**
 * The address that a text means which is none yet, where there is one right one: `www.example.org` lacks its `https://`, a mailbox its
 * `mailto:`. Null for everything else. Pure.
 *
 * @example mendedAddress('www.example.org/a') // 'https://www.example.org/a'
 */
export function mendedAddress(text: string): string | null {
  const address = text.trim();
  if (hostOnly.test(address)) return `https://${address}`;
  return mailbox.test(address) ? `mailto:${address}` : null;
}
