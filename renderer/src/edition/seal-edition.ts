import { canonicalJson, sha256 } from '../contract/canonical-json';
import type { Edition } from '../contract/edition';

/** What the hash of an edition is of. */
type Sealed = Omit<Edition, 'hash' | 'sizeBytes' | 'findings'>;

/** Adds an edition's identity, the hash of its content, and the size of its HTML. */
export function sealEdition(content: Sealed): Edition {
  return {
    hash: hashOf(content),
    ...content,
    sizeBytes: Buffer.byteLength(content.html, 'utf8'),
    findings: [],
  };
}

/**
 * Whether a stored edition says what it said when it was sealed. Pure.
 *
 * @param stored as it was stored, with whatever another version of the renderer has added: all of it counts
 */
export function isAsSealed(stored: Readonly<Record<string, unknown>>): boolean {
  const { hash, sizeBytes: _size, findings: _findings, ...content } = stored;
  return hash === hashOf(content as unknown as Sealed);
}

/** Permanent: what was frozen under another way to compute it would count as changed. */
function hashOf(content: Sealed): string {
  return sha256(
    canonicalJson({
      ...content,
      // As hashes, because quoting 100,000 characters as JSON takes longer than hashing them.
      html: sha256(content.html),
      text: sha256(content.text),
      // An asset counts by its name, which is derived from its pixels; its bytes change with the version of zlib.
      assets: content.assets.map(({ name }) => name),
    }),
  );
}
