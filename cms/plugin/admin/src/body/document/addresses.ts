/** Schemes that a reader's mail client follows. */
const schemes = ['https:', 'http:', 'mailto:', 'tel:'];

/**
 * The address that somebody means: `www.` and a bare host get `https://`, a mailbox `mailto:`. Null where a mail client would not
 * follow it, or where it names a user before the host. Pure.
 */
export function readAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /[\s<>"]/.test(text)) return null;
  if (/^\/(?!\/)/.test(text)) return text;
  if (/^[^@/:?#]+@[^@/:?#]+\.[^@/:?#.]+$/.test(text)) return `mailto:${text}`;
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d+(?:\/|$))/i.test(text);
  if (!hasScheme && !/^[^/?#.]+\.[^?#]/.test(text)) return null;
  const address = hasScheme ? text : `https://${text}`;
  try {
    const { protocol, username, password } = new URL(address);
    return schemes.includes(protocol) && username + password === '' ? address : null;
  } catch {
    return null;
  }
}
