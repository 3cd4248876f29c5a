import { canonicalJson, sha256 } from '../../contract/canonical-json';
import { slotNames, type SlotName } from '../../contract/edition';
import type { EncodingContext } from './encoders';
import type { Issue } from '../../contract/issue';

const contexts: readonly EncodingContext[] = ['html', 'attribute', 'text', 'header'];

/**
 * The nonce of an issue's slots: from its own content, so the same input gives the same edition, and so nobody can write
 * it into that content (a text that names the nonce changes it). Counted up in the event that it occurs all the same.
 */
export function nonceFor(issue: Issue): string {
  // The words of the house are nowhere printed: adding one changes no edition.
  const { masthead } = issue;
  const printed = { ...issue, masthead: { ...masthead, brand: { ...masthead.brand, words: [] } } };
  const content = canonicalJson(printed);
  for (let round = 0; ; round += 1) {
    const nonce = sha256(`nachra slots ${round} ${content}`).slice(0, 20);
    if (!content.includes(nonce)) return nonce;
  }
}

/** What stands in an edition for a slot: ASCII letters, digits and `_` only, so that no encoder on the way alters it. */
export function sentinel(nonce: string, slot: SlotName, context: EncodingContext): string {
  return `S${nonce}_${slot}_${context}S`;
}

/** Finds the sentinels of a nonce; groups: slot, context. */
export function sentinelPattern(nonce: string): RegExp {
  return new RegExp(`S${nonce}_(${slotNames.join('|')})_(${contexts.join('|')})S`, 'g');
}
