import type { IncomingMessage } from 'node:http';

/**
 * The bytes of a body, or that there are more than may be.
 *
 * @param longest in bytes; what is longer is read no further
 */
export async function bytesOf(request: IncomingMessage, longest: number): Promise<Buffer | 'too-long'> {
  if (Number(request.headers['content-length'] ?? 0) > longest) return 'too-long';
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) return 'too-long';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
