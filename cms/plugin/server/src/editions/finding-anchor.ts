import { findingKey, sha256, type Finding } from '@nachra/renderer';
import { keysOf, placeOf } from './place-of';
import type { IssueDraft } from './to-issue';

/**
 * Names a finding by what it is about, where `findingKey` names it by where that stands: by the article or dashboard that it lies in,
 * else by its section, so that it is the same in another order; and by the picture or link at its place, so that it is not the same
 * where another one has come to stand there. A finding without values is named by the text at its place as well; of one that
 * names a word or a link in a body the paragraph does not count, which moves with each one above it. Pure.
 *
 * @returns SHA-256
 */
export function findingAnchor(finding: Finding, draft: IssueDraft): string {
  const { document, section, value } = placeOf(finding.place, draft);
  const keys = keysOf(finding.place);
  const addresses = addressesAt(keys, draft);
  const isNamed = 'word' in finding.values || 'text' in finding.values || addresses.length > 0;
  const rest = document?.type === 'article' ? keys.slice(4) : keys.slice(document ? 3 : 2);
  const within = isNamed && rest[0] === 'body' ? ['body'] : rest;
  const place = JSON.stringify(
    section === undefined ? keys : [document ?? sectionName(draft, section - 1), ...within],
  );
  const says = Object.keys(finding.values).length > 0;
  const stands = !says && ['string', 'number'].includes(typeof value) ? value : null;
  return sha256(JSON.stringify([findingKey({ ...finding, place }), stands, ...addresses]));
}

/** Type and heading of a section, as far as they fit into a column of the database. Pure. */
export function sectionSignature({ type, heading }: Record<string, unknown>): string {
  return `${String(type)} ${typeof heading === 'string' ? heading : ''}`.slice(0, 250);
}

/** A section by its signature, and which of those that have the same it is. */
function sectionName({ sections }: IssueDraft, at: number): [signature: string, nth: number] {
  const signature = sectionSignature(sections[at] ?? {});
  return [signature, sections.slice(0, at).filter((one) => sectionSignature(one) === signature).length];
}

/** The addresses of the picture and the link that a place lies in. */
function addressesAt(keys: readonly (string | number)[], draft: IssueDraft): string[] {
  let node: unknown = draft;
  return keys.flatMap((key) => {
    node = typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;
    if (typeof node !== 'object' || node === null) return [];
    const [src, url] = [Reflect.get(node, 'src') as unknown, Reflect.get(node, 'url') as unknown];
    return [src, url].filter((address) => typeof address === 'string');
  });
}
