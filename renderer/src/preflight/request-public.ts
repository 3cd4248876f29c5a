import { PrivateAddress } from './check-reach';
import { isAddress, isPublicAddress } from './link-addresses';

/** An answer whose body is still to be read: Node's `IncomingMessage`. */
export interface PublicAnswer extends AsyncIterable<Uint8Array> {
  statusCode?: number | undefined;
  headers: { location?: string | undefined; 'content-length'?: string | undefined };
  destroy(): unknown;
}

/**
 * Node's own functions (`dns.lookup`, `http.request`, `https.request`), handed over by whoever may reach the network: this
 * package makes no requests by itself.
 */
export interface NetworkPorts {
  lookup: (
    hostname: string,
    options: { all: true },
    callback: (error: Error | null, found: Found[]) => void,
  ) => void;
  http: Request;
  https: Request;
}

type Found = { address: string; family: number };
type Lookup = (
  hostname: string,
  options: { all?: boolean | undefined },
  callback: (error: Error | null, address: string | Found[], family?: number) => void,
) => void;
type Request = (
  url: string,
  options: { signal: AbortSignal; agent: false; lookup: Lookup; headers: Record<string, string> },
  callback: (response: PublicAnswer) => void,
) => { on(event: 'error', told: (error: Error) => void): { end(): unknown } };

/** How an address is requested. */
export interface PublicRequest {
  /** Ends the request, and the reading of its answer. */
  signal: AbortSignal;
  /** What the request calls itself. */
  userAgent: string;
  /** What it asks for; everything if left out. */
  accept?: string;
  /** Which IP addresses may be contacted; all public ones if left out. */
  isAllowed?: ((address: string) => boolean) | undefined;
}

const mostRedirects = 5;

/**
 * Requests an address that somebody wrote into an issue, and follows its redirects. Every name is resolved once per
 * connection, and the connection goes to exactly the addresses that were checked: neither a name, nor one that resolves
 * differently a moment later (DNS rebinding), nor a redirect leads to this machine or into a private network.
 *
 * @returns the last answer, its body still to be read; the caller destroys it
 * @throws {PrivateAddress}
 * @example const response = await requestPublic({ lookup, http: http.request, https: https.request }, url, options)
 */
export async function requestPublic(
  ports: NetworkPorts,
  url: string,
  options: PublicRequest,
  redirects = 0,
): Promise<PublicAnswer> {
  const { hostname, protocol } = new URL(url);
  if (!/^https?:$/.test(protocol)) throw new Error(protocol);
  const isAllowed = options.isAllowed ?? isPublicAddress;
  const host = hostname.replace(/^\[|\]$/g, '');
  // Node does not call `lookup` for a host that is already an IP address.
  if (isAddress(host) && !isAllowed(host)) throw new PrivateAddress(host);
  const response = await open(ports, url, options, guarded(ports.lookup, isAllowed));
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  if (status < 300 || status >= 400 || location === undefined) return response;
  response.destroy();
  if (redirects >= mostRedirects) throw new Error(`${mostRedirects} × ${status}`);
  return requestPublic(ports, new URL(location, url).href, options, redirects + 1);
}

function open(
  ports: NetworkPorts,
  url: string,
  { signal, userAgent, accept = '*/*' }: PublicRequest,
  lookup: Lookup,
): Promise<PublicAnswer> {
  const request = url.startsWith('https:') ? ports.https : ports.http;
  const options = { signal, agent: false as const, lookup, headers: { 'user-agent': userAgent, accept } };
  return new Promise((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end();
  });
}

/** Resolves a name like Node, and refuses it if one of its addresses is not allowed. */
function guarded(lookup: NetworkPorts['lookup'], isAllowed: (address: string) => boolean): Lookup {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '');
      const refused = found.find(({ address }) => !isAllowed(address));
      if (refused) return callback(new PrivateAddress(refused.address), '');
      const [first] = found;
      if (options.all || !first) return callback(null, found);
      return callback(null, first.address, first.family);
    });
  };
}
