import type { Issue } from '../contract/issue';
import type { Placed } from '../contract/places';

/** An address in an issue: a link with its text, or a picture. */
export interface Address {
  kind: 'link' | 'image';
  url: string;
  text: string | null;
}

/** Every address of an author or the brand, with its place. */
export function addressesOf(issue: Issue): Placed<Address>[] {
  return walk(issue, '');
}

function walk(value: unknown, place: string): Placed<Address>[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, at) => walk(one, `${place}[${at}]`));
  const { url, src, label, title, children, alternativeText } = value as Record<string, unknown>;
  const isPicture = alternativeText !== undefined || /\]\.image$/.test(place);
  const own = (key: string) => `${place}.${key}`;
  const texts = Array.isArray(children)
    ? children.map((child: { text?: string }) => child.text ?? '').join('')
    : null;
  const text = [label, title, texts].find((one): one is string => typeof one === 'string') ?? null;
  return [
    ...(typeof url === 'string'
      ? [
          {
            place: own('url'),
            value: { kind: isPicture ? ('image' as const) : ('link' as const), url, text },
          },
        ]
      : []),
    ...(typeof src === 'string'
      ? [{ place: own('src'), value: { kind: 'image' as const, url: src, text: null } }]
      : []),
    ...Object.entries(value).flatMap(([key, inside]) => walk(inside, place === '' ? key : own(key))),
  ];
}

/** Whether an address only works inside an institution's network: this machine, a private network, a name without a domain. */
export function isLocal(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (!/^https?:$/.test(protocol)) return false;
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isAddress(host)) return !isPublicAddress(host);
  return !host.includes('.') || /\.(localhost|local|internal|lan|home|corp)$/.test(host);
}

/** Whether the host of a parsed address is an IP address: `URL` writes every form of IPv4 as four numbers. */
export function isAddress(host: string): boolean {
  return host.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * Whether an IP address is public: not of this machine, a private network or a special range.
 *
 * Written by hand: `net.BlockList` would bring the network into a package that has none, and `ipaddr.js` is only installed
 * here as a dependency of others.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export function isPublicAddress(address: string): boolean {
  if (/^[\d.]+$/.test(address)) return isPublicV4(address);
  const lower = address.toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(lower)?.[1];
  if (mapped !== undefined) return isPublicV4(mapped);
  // Global unicast is 2000::/3; 2001:db8 is for documentation, 2002 (6to4) and 2001:0 (Teredo) hold IPv4 addresses.
  return /^[23][0-9a-f]{3}:/.test(lower) && !/^(2001:0?db8:|2002:|2001:0{0,4}:|2001::)/.test(lower);
}

function isPublicV4(address: string): boolean {
  const [a = 0, b = 0, c = 0] = address.split('.').map(Number);
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b < 32) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
}
