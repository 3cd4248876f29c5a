import { lookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '../preflight/link-addresses';
import { PrivateAddress, type Ask, type Reached } from '../preflight/check-reach';

/** How an address is requested. */
interface Asking {
  /** Whether an IP address may be contacted. */
  isAllowed: (address: string) => boolean;
  signal: AbortSignal;
}

/**
 * The only place in this package that makes network requests, for `nachra check --reach`.
 *
 * @param isAllowed which IP addresses may be contacted; if left out, all public ones
 */
export function askNetwork(isAllowed: (address: string) => boolean = isPublicAddress): Ask {
  return (url, signal) => fetchHead(url, { isAllowed, signal });
}

const mostRedirects = 5;
const mostBytes = 4 * 1024 * 1024;

/**
 * Requests an address and reads only its size. Names are resolved once per connection, and the connection goes to exactly
 * the addresses that were checked: neither a name nor a redirect leads into a private network.
 */
async function fetchHead(url: string, asking: Asking, redirects = 0): Promise<Reached> {
  const { hostname, protocol } = new URL(url);
  if (!/^https?:$/.test(protocol)) throw new Error(protocol);
  const host = hostname.replace(/^\[|\]$/g, '');
  // Node does not call `lookup` for a host that is already an IP address.
  if (isIP(host) && !asking.isAllowed(host)) throw new PrivateAddress(host);
  const response = await open(url, asking);
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  if (status >= 300 && status < 400 && location !== undefined) {
    response.destroy();
    if (redirects >= mostRedirects) throw new Error(`${mostRedirects} × ${status}`);
    return fetchHead(new URL(location, url).href, asking, redirects + 1);
  }
  try {
    return { status, bytes: await sizeOf(response) };
  } finally {
    response.destroy();
  }
}

function open(url: string, { isAllowed, signal }: Asking): Promise<IncomingMessage> {
  const request = url.startsWith('https:') ? httpsRequest : httpRequest;
  const options = {
    signal,
    agent: false as const,
    lookup: guarded(isAllowed),
    headers: { 'user-agent': 'Nachra (link check)', accept: '*/*' },
  };
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });
}

/** Resolves a name like Node, and refuses it if one of its addresses is not allowed. */
function guarded(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '');
      const refused = found.find(({ address }) => !isAllowed(address));
      if (refused) return callback(new PrivateAddress(refused.address), '');
      const [first] = found;
      if (options.all || !first) return callback(null, found);
      return callback(null, first.address, first.family);
    });
  };
}

async function sizeOf(response: IncomingMessage): Promise<number> {
  const declared = Number(response.headers['content-length']);
  if (Number.isFinite(declared)) return declared;
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) break;
  }
  return bytes;
}
