import { isIP } from 'node:net';

/** Addresses that only this machine reaches. */
const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/i;

export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/**
 * Whether a request's `Host` is one that this server was started for. A page of the web may name this machine's address
 * as its own and have a browser ask here in its name (DNS rebinding); it then still says its own name as host. An address
 * in figures cannot be named so.
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
