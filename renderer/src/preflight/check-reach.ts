import { RendererError } from '../errors';
import type { Finding } from '../contract/finding';
import type { Issue } from '../contract/issue';
import { addressesOf, type Address } from './link-addresses';
import type { Placed } from '../contract/places';
import { pictureLimits } from './picture-limits';
import { findingWriter } from './rule';

/** The answer of an address, after its redirects. */
export interface Reached {
  status: number;
  /** Size of the body: as declared, or counted up to a limit. */
  bytes: number;
}

/**
 * Requests an address. The caller provides it, because the renderer makes no network requests. It must refuse addresses of
 * this machine and of private networks with a `PrivateAddress`, and stop on the signal.
 */
export type Ask = (url: string, signal: AbortSignal) => Promise<Reached>;

/** A name or a redirect leads to this machine or a private network. Code `PRIVATE_ADDRESS`. */
export class PrivateAddress extends RendererError {
  /** @param address the IP address */
  constructor(readonly address: string) {
    super(
      'PRIVATE_ADDRESS',
      `${address} belongs to this machine or a private network and is not requested. Give a public address.`,
    );
  }
}

/** Limits of the check. */
export interface ReachOptions {
  /** For one address, including its redirects; 10,000 if left out. */
  timeoutMs?: number;
  /** For all addresses: those that have not answered by then are reported; 60,000 if left out. */
  totalMs?: number;
  /** Requests at the same time; 6 if left out. */
  atOnce?: number;
}

const kibibyte = 1024;
/** Statuses that many sites send to programs but not to browsers. */
const reserved = [401, 403, 405, 429, 999];

/**
 * Checks whether the links and pictures of an issue can be reached. Neither rendering nor the preflight calls it, because
 * it needs the network.
 *
 * @param ask makes the requests; an error that it throws becomes a finding
 * @returns warnings: `link-unreachable`, `image-unreachable`, `images-too-heavy`
 * @example const findings = await checkReach(issue, async (url, signal) => head(url, signal))
 */
export async function checkReach(
  issue: Issue,
  ask: Ask,
  { timeoutMs = 10_000, totalMs = 60_000, atOnce = 6 }: ReachOptions = {},
): Promise<Finding[]> {
  const writer = (name: string) => findingWriter({ name, severity: 'warning' });
  const placed = addressesOf(issue).filter(({ value: { url } }) => /^https?:/.test(url));
  const urls = [...new Set(placed.map(({ value: { url } }) => url))];
  const deadline = AbortSignal.timeout(totalMs);
  const answers = new Map<string, Reached | Error>();
  const worker = async () => {
    for (let url = urls.shift(); url !== undefined; url = urls.shift()) {
      const signal = AbortSignal.any([deadline, AbortSignal.timeout(timeoutMs)]);
      answers.set(url, await ask(url, signal).catch(asError));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));

  const unreached = placed.flatMap(({ place, value }: Placed<Address>) => {
    const answer = answers.get(value.url);
    const reason = answer && reasonOf(answer);
    return reason ? [writer(`${value.kind}-unreachable`)(place, { url: value.url, reason })] : [];
  });
  const pictures = new Set(placed.flatMap(({ value: { kind, url } }) => (kind === 'image' ? [url] : [])));
  const size = [...pictures].reduce((sum, url) => sum + bytesOf(answers.get(url)), 0) / kibibyte;
  return size > pictureLimits.heaviestKib
    ? [...unreached, writer('images-too-heavy')('edition', { size: Math.ceil(size) })]
    : unreached;
}

function bytesOf(answer: Reached | Error | undefined): number {
  return answer === undefined || answer instanceof Error ? 0 : answer.bytes;
}

/** Why an address is not reachable, as a status, code or IP address that needs no translation; null if it is. */
function reasonOf(answer: Reached | Error): string | null {
  if (answer instanceof PrivateAddress) return `IP ${answer.address}`;
  if (answer instanceof Error) {
    if (answer.name === 'AbortError' || answer.name === 'TimeoutError') return 'timeout';
    return 'code' in answer ? String(answer.code) : answer.message;
  }
  return answer.status >= 400 && !reserved.includes(answer.status) ? `HTTP ${answer.status}` : null;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
