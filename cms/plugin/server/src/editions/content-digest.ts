import type { SenderIdentity } from '@nachra/delivery';
import { canonicalJson, sha256, type Edition } from '@nachra/renderer';
import type { IssueSource, Versions } from './editions';
import type { IssueDraft } from './to-issue';

/** Raise it when drafts of the same content are put differently: every approval is void then, so only for a reason. */
const version = 1;

/**
 * Digest of everything that decides what an issue's readers get: what is rendered, with the pictures named by their bytes, how
 * pictures travel, and the sender. Whether an approval holds is a comparison of it; nothing is rendered for that, so an update
 * of templates or libraries changes no approval.
 *
 * @returns null while the content cannot be approved: drafts and published articles differ, or the sender is not complete
 */
export function contentDigest({ shown, published }: Versions): string | null {
  const digest = digestOf(shown);
  return digest === digestOf(published) ? digest : null;
}

function digestOf({ draft, brand, sender }: IssueSource): string | null {
  if (sender === null) return null;
  return sha256(canonicalJson({ version, draft: printedOf(draft), images: brand.images, sender }));
}

/** A draft without what nobody reads: an article may be linked to its translation after an approval. */
function printedOf({ masthead, sections }: IssueDraft): IssueDraft {
  return {
    masthead,
    sections: sections.map((section) =>
      Array.isArray(section['articles'])
        ? { ...section, articles: (section['articles'] as object[]).map(withoutLink) }
        : section,
    ),
  };
}

function withoutLink(article: { translationOf?: unknown }): object {
  const { translationOf: _, ...printed } = article;
  return printed;
}

/** What a person sees and approves: an edition from a sender. */
export function sealOf({ hash }: Pick<Edition, 'hash'>, sender: SenderIdentity | null): string {
  return sha256(canonicalJson({ edition: hash, sender }));
}
