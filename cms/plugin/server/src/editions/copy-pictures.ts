import { lookup } from 'node:dns';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { PrivateAddress, requestPublic } from '@nachra/renderer';
import type { PictureFault } from '../../../shared/lists';
import { Refusal } from '../common/refusal';
import type { AssetStore } from './asset-store';

/** What a picture on another server may weigh, how long it may take, and how many are fetched at once. */
const mostBytes = 8 * 1024 * 1024;
const patienceMs = 15_000;
const atOnce = 4;

/** Fetches the bytes of a picture, or says why not. */
type FetchPicture = (url: string) => Promise<Buffer | PictureFault>;

/**
 * Fetches a picture from the server that somebody named in an issue, without ever contacting this machine or a private
 * network.
 *
 * @param isAllowed which IP addresses may be contacted; all public ones if left out
 */
export function pictureFetcher(isAllowed?: (address: string) => boolean): FetchPicture {
  return async (url) => {
    const signal = AbortSignal.timeout(patienceMs);
    const options = { signal, userAgent: 'Nachra (picture)', accept: 'image/*', isAllowed };
    try {
      const response = await requestPublic({ lookup, http, https }, url, options);
      try {
        if (response.statusCode !== 200) return 'unreachable';
        return await bytesOf(response);
      } finally {
        response.destroy();
      }
    } catch (error) {
      if (error instanceof PrivateAddress) return 'private';
      return signal.aborted ? 'too-slow' : 'unreachable';
    }
  };
}

/** Counted as they come: what a server declares of itself proves nothing. */
async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Buffer | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Pictures on other servers that were copied: the name in the asset store by the address they were fetched from. */
export type PictureCopies = Readonly<Record<string, string>>;

/**
 * Copies pictures that lie on other servers, where they may change or disappear, into the asset store.
 *
 * @throws {Refusal} `PICTURE_NOT_COPIED`, naming each that could not be copied and why
 */
export async function copyPictures(
  assets: Pick<AssetStore, 'keepForeign'>,
  fetchPicture: FetchPicture,
  addresses: readonly string[],
): Promise<PictureCopies> {
  const copies: Record<string, string> = {};
  const faults: { address: string; fault: PictureFault }[] = [];
  const left = [...addresses];
  const copyOne = async (address: string) => {
    const bytes = await fetchPicture(address);
    const kept = typeof bytes === 'string' ? { fault: bytes } : await assets.keepForeign(bytes);
    if ('name' in kept) copies[address] = kept.name;
    else faults.push({ address, fault: kept.fault });
  };
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await copyOne(next);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (faults.length > 0) throw new Refusal('PICTURE_NOT_COPIED', { pictures: faults });
  return copies;
}
