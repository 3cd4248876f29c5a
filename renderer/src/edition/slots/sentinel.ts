import { canonicalJson, sha256 } from '../../contract/canonical-json';
import { slotNames, type SlotName } from '../../contract/edition';
import { encodingContexts, type EncodingContext } from './encoders';
import type { Issue } from '../../contract/issue';

/**
 * The nonce of an issue's slots, derived from its content: the same input gives the same edition, and an author cannot write
 * the nonce into that content, because every text changes it. If it occurs nevertheless, the next one is tried.
 */
export function nonceFor(issue: Issue): string {
  const content = canonicalJson(printedOf(issue));
  for (let round = 0; ; round += 1) {
    const nonce = sha256(`nachra slots ${round} ${content}`).slice(0, 20);
    if (!content.includes(nonce)) return nonce;
  }
}

/** An issue without what is not printed, which must not change an edition: the brand's words, and what an article translates. */
function printedOf({ masthead, sections }: Issue): object {
  return {
    masthead: { ...masthead, brand: { ...masthead.brand, words: [] } },
    sections: sections.map((section) =>
      section.type === 'articles'
        ? { ...section, articles: section.articles.map(({ translationOf: _, ...article }) => article) }
        : section,
    ),
  };
}

/** The text of a slot in an edition: only ASCII letters, digits and `_`, which no encoder changes. */
export function sentinel(nonce: string, slot: SlotName, context: EncodingContext): string {
  return `S${nonce}_${slot}_${context}S`;
}

/** Finds the sentinels of a nonce; groups: slot, context. */
export function sentinelPattern(nonce: string): RegExp {
  return new RegExp(`S${nonce}_(${slotNames.join('|')})_(${encodingContexts.join('|')})S`, 'g');
}
