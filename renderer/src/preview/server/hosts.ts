import { isIP } from 'node:net';

/** Addresses that only this machine can reach. */
const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/i;

export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/**
 * Whether a request's `Host` is an address of this server. A website can make its own name resolve to this machine, so that
 * a browser sends its requests here (DNS rebinding), but their `Host` is still that name. An IP address cannot be abused so.
 *
 * @param bound the address that the server listens on
 */
export function isOwnHost(header: string | undefined, bound: { host: string; port: number }): boolean {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(header ?? '') ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port ?? 80) !== bound.port) return false;
  if (host.toLowerCase() === bound.host.toLowerCase()) return true;
  return isLoopback(bound.host) ? isLoopback(host) : isIP(host) > 0;
}
