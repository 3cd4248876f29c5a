import { canonicalJson, sha256 } from '../canonical-json';
import type { Edition } from '../edition';

/** Gives an edition its identity: the hash of all it says, and the bytes of its HTML. */
export function sealEdition(content: Omit<Edition, 'hash' | 'sizeBytes' | 'findings'>): Edition {
  return {
    hash: sha256(canonicalJson(content)),
    ...content,
    sizeBytes: Buffer.byteLength(content.html, 'utf8'),
    findings: [],
  };
}
