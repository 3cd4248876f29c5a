import { createHash } from 'node:crypto';
import type { IndexedPicture } from './png';

/**
 * Names a picture by its pixels and not by its bytes: another zlib compresses the same picture to other bytes, and an
 * edition must keep its identity through an update of Node.
 */
export function digestOf({ width, height, palette, indices }: IndexedPicture): string {
  return createHash('sha256')
    .update(JSON.stringify([width, height, palette]))
    .update(indices)
    .digest('hex')
    .slice(0, 32);
}
