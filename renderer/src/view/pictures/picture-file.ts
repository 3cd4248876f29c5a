import { createHash } from 'node:crypto';
import type { Asset } from '../../contract/edition';

/** The formats that can be embedded, recognised by their first bytes because a file's name is not reliable. */
const formats: { type: Asset['type']; extension: string; begins: RegExp }[] = [
  { type: 'image/png', extension: 'png', begins: /^\x89PNG\r\n\x1a\n/ },
  { type: 'image/jpeg', extension: 'jpg', begins: /^\xff\xd8\xff/ },
  { type: 'image/gif', extension: 'gif', begins: /^GIF8[79]a/ },
];

/** A picture's file as an asset, named by its bytes; null if its format is not one that every mail client shows. */
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

/** The content id of a picture: a globally unique, address-like name (RFC 2392). */
export function contentIdOf(digest: string): string {
  return `${digest}@assets.nachra`;
}
