import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';
import type { TrustedProxies } from './trusted-proxies';

/** Who asks, as far as it can be known. */
export interface Client {
  /** IP address, version 4 where it is mapped into version 6. */
  address: string;
  /** What the outermost trusted proxy was asked by and for; null without one. */
  protocol: 'http' | 'https' | null;
  host: string | null;
}

/** A request, as far as it says who asks. */
export type Asked = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Every header by which a proxy says for whom it asks; some are read by libraries of ours, some by those to come. */
export const forwardedHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-prefix',
  'x-forwarded-proto',
  'x-forwarded-protocol',
  'x-forwarded-server',
  'x-forwarded-ssl',
  'x-client-ip',
  'x-real-ip',
  'x-url-scheme',
] as const;

/**
 * Makes the judge of who asks. Addresses are read from the right, where the nearest proxy has written: the first one that no
 * trusted proxy has is the client, and everything left of it is what the client says about itself.
 */
export function clientOf(trusted: TrustedProxies): (request: Asked) => Client {
  const isTrusted = trustOf(trusted);
  return (request) => {
    const peer = plainAddress(request.socket.remoteAddress) ?? '';
    const whole = request as IncomingMessage;
    const chain = proxyAddr.all(whole, isTrusted);
    // With one address nobody between the client and us is trusted.
    const proxies = chain.length - 1;
    const nearest = (name: 'x-forwarded-proto' | 'x-forwarded-host') =>
      proxies === 0 ? null : writtenBy(request.headers, name, proxies);
    const protocol = nearest('x-forwarded-proto')?.toLowerCase();
    return {
      address: plainAddress(chain.at(-1)) ?? peer,
      protocol: protocol === 'http' || protocol === 'https' ? protocol : null,
      host: nearest('x-forwarded-host'),
    };
  };
}

function trustOf(trusted: TrustedProxies): (address: string, hop: number) => boolean {
  if (trusted === null) return () => false;
  if ('hops' in trusted) return (_address, hop) => hop < trusted.hops;
  return proxyAddr.compile([...trusted.networks]);
}

/** What the outermost of some proxies has written. One that sets the header anew leaves one value, one that adds to it many. */
function writtenBy(headers: IncomingHttpHeaders, name: string, proxies: number): string | null {
  const values = String(headers[name] ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return values[Math.max(0, values.length - proxies)] ?? null;
}

/** Without the port that some proxies write behind it. Null where it is no address. */
function plainAddress(text: string | undefined): string | null {
  const bare = (text ?? '').replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) === 0 ? null : address;
}
