import { canonicalJson, sha256 } from '../contract/canonical-json';
import type { Edition } from '../contract/edition';

/** Gives an edition its identity: the hash of all it says, and the bytes of its HTML. */
export function sealEdition(content: Omit<Edition, 'hash' | 'sizeBytes' | 'findings'>): Edition {
  return {
    // An asset's name stands for what it shows; its bytes change with the version of zlib.
    hash: sha256(
      canonicalJson({
        ...content,
        // By their own hashes: to quote a hundred thousand characters as JSON takes longer than to hash them.
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
