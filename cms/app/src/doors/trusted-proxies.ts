import proxyAddr from 'proxy-addr';
import { z } from 'zod';

/** Which proxies before the server are believed: so many of them, those in some networks, or none. */
export type TrustedProxies = { hops: number } | { networks: readonly string[] } | null;

/** More proxies in a row than this is a mistake. */
const mostHops = 9;

/**
 * Reads `TRUST_PROXY`: a number of hops (`1`) or networks (`10.0.0.0/8, ::1`). `false` and `0` trust nobody. `true` is refused:
 * it would believe the leftmost address of `X-Forwarded-For`, which any client can invent.
 */
export const trustedProxiesSchema = z.string().transform((text, context): TrustedProxies => {
  if (text === 'false' || text === '0') return null;
  if (/^\d+$/.test(text) && Number(text) <= mostHops) return { hops: Number(text) };
  const networks = text.split(',').map((network) => network.trim());
  if (!/^\d+$/.test(text) && isNetworks(networks)) return { networks };
  context.addIssue({ code: 'custom', message: 'neither a number of hops nor networks' });
  return z.NEVER;
});

function isNetworks(networks: string[]): boolean {
  try {
    proxyAddr.compile(networks);
    return true;
  } catch {
    return false;
  }
}
