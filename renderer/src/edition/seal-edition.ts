import { canonicalJson, sha256 } from '../contract/canonical-json';
import type { Edition } from '../contract/edition';

/** Adds an edition's identity, the hash of its content, and the size of its HTML. */
export function sealEdition(content: Omit<Edition, 'hash' | 'sizeBytes' | 'findings'>): Edition {
  return {
    // An asset counts by its name, which is derived from its pixels; its bytes change with the version of zlib.
    hash: sha256(
      canonicalJson({
        ...content,
        // As hashes, because quoting 100,000 characters as JSON takes longer than hashing them.
        html: sha256(content.html),
        text: sha256(content.text),
        assets: content.assets.map(({ name }) => name),
      }),
    ),
    ...content,
    sizeBytes: Buffer.byteLength(content.html, 'utf8'),
    findings: [],
  };
}
