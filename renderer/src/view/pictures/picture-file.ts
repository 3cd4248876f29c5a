import { createHash } from 'node:crypto';
import type { Asset } from '../../contract/edition';

/** The formats that travel in a message, known by their first bytes: a file's name may say anything. */
const formats: { type: Asset['type']; extension: string; begins: RegExp }[] = [
  { type: 'image/png', extension: 'png', begins: /^\x89PNG\r\n\x1a\n/ },
  { type: 'image/jpeg', extension: 'jpg', begins: /^\xff\xd8\xff/ },
  { type: 'image/gif', extension: 'gif', begins: /^GIF8[79]a/ },
];

/** A picture's file as an asset, named by its bytes; null for what is none of the formats that mail clients show. Pure. */
export function pictureFile(bytes: Uint8Array): Asset | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = formats.find(({ begins }) => begins.test(file.toString('latin1', 0, 16)));
  if (!format) return null;
  const sha256 = createHash('sha256').update(file).digest('hex');
  const digest = sha256.slice(0, 32);
  return {
    name: `${digest}.${format.extension}`,
    type: format.type,
    contentId: contentIdOf(digest),
    sha256,
    base64: file.toString('base64'),
  };
}

/** RFC 2392: an address-like name that no other part of any message has. */
export function contentIdOf(digest: string): string {
  return `${digest}@assets.nachra`;
}
