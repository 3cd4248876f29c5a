import type { Finding } from '../contract/finding';
import type { Issue } from '../contract/issue';
import { addressesOf, type Address } from './link-addresses';
import type { Placed } from '../contract/places';
import { findingWriter } from './rule';

/** What an address answered, after its redirects. */
export interface Reached {
  status: number;
  /** Of what was sent: as declared, else as counted up to a limit. */
  bytes: number;
}

/**
 * Asks for an address: the network is handed in, the renderer has none. Must refuse addresses of this machine and of
 * private networks with a `PrivateAddress`, and stop at the signal.
 */
export type Ask = (url: string, signal: AbortSignal) => Promise<Reached>;

/** A name or a redirect that leads into this machine or a private network. */
export class PrivateAddress extends Error {}

/** Limits of the check. */
export interface ReachOptions {
  /** For one address, its redirects included. */
  timeoutMs?: number;
  /** For all of them: what has not answered by then is reported. */
  totalMs?: number;
  /** Addresses asked at a time. */
  atOnce?: number;
}

const kibibyte = 1024;
const heaviest = 1000;
/** Robots are turned away with these; people may be let in. */
const reserved = [401, 403, 405, 429, 999];

/**
 * Asks whether the links and pictures of an issue can be reached. Explicit, and no part of rendering or of the
 * preflight: somebody has to speak to the network.
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
  return size > heaviest
    ? [...unreached, writer('images-too-heavy')('edition', { size: Math.ceil(size) })]
    : unreached;
}

function bytesOf(answer: Reached | Error | undefined): number {
  return answer === undefined || answer instanceof Error ? 0 : answer.bytes;
}

/** In few words that need no translation: a status, a code, a kind of address. */
function reasonOf(answer: Reached | Error): string | null {
  if (answer instanceof PrivateAddress) return `IP ${answer.message}`;
  if (answer instanceof Error) {
    if (answer.name === 'AbortError' || answer.name === 'TimeoutError') return 'timeout';
    return 'code' in answer ? String(answer.code) : answer.message;
  }
  return answer.status >= 400 && !reserved.includes(answer.status) ? `HTTP ${answer.status}` : null;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
