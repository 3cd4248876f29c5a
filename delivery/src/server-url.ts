/** A server's name or address as sockets take it: a URL writes an IPv6 address in brackets. Pure. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** A host as it stands in a URL. Pure. */
export function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** A part of a URL without its percent-encoding; null where that is malformed. Pure. */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
