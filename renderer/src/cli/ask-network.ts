import { lookup } from 'node:dns';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import type { Ask } from '../preflight/check-reach';
import { requestPublic, type PublicAnswer } from '../preflight/request-public';

const mostBytes = 4 * 1024 * 1024;

/**
 * The only place in this package that makes network requests, for `nachra check --reach`. It reads no more of an answer than
 * its size.
 *
 * @param isAllowed which IP addresses may be contacted; if left out, all public ones
 */
export function askNetwork(isAllowed?: (address: string) => boolean): Ask {
  return async (url, signal) => {
    const response = await requestPublic({ lookup, http, https }, url, {
      signal,
      userAgent: 'Nachra (link check)',
      isAllowed,
    });
    try {
      return { status: response.statusCode ?? 0, bytes: await sizeOf(response) };
    } finally {
      response.destroy();
    }
  };
}

async function sizeOf(response: PublicAnswer): Promise<number> {
  const declared = Number(response.headers['content-length']);
  if (Number.isFinite(declared)) return declared;
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > mostBytes) break;
  }
  return bytes;
}
