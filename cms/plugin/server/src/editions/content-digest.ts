import type { SenderIdentity } from '@nachra/delivery';
import { canonicalJson, sha256, type Edition } from '@nachra/renderer';
import type { IssueSource, Versions } from './editions';
import type { IssueDraft } from './to-issue';

/**
 * How content is put to be digested. A version is added when it is put differently; approvals of an earlier one hold by it, so that an
 * update ends none.
 */
const versions = {
  /** With the words of the house, which no reader gets. */
  1: (masthead: IssueDraft['masthead']) => masthead,
  2: withoutWords,
} as const;
type Version = keyof typeof versions;

/**
 * Digest of everything that decides what an issue's readers get: what is rendered, with the pictures named by their bytes, how
 * pictures travel, and the sender. Whether an approval holds is a comparison of it; nothing is rendered for that, so an update
 * of templates or libraries changes no approval.
 *
 * @returns null while the content cannot be approved: drafts and published articles differ, or the sender is not complete
 */
export function contentDigest(sources: Versions): string | null {
  return digestBy(2, sources);
}

/** Whether an issue's content is still that of a digest, by whichever version it was made. */
export function hasDigest(sources: Versions, digest: string): boolean {
  return contentDigest(sources) === digest || digestBy(1, sources) === digest;
}

function digestBy(version: Version, { shown, published }: Versions): string | null {
  const digest = digestOf(version, shown);
  return digest === digestOf(version, published) ? digest : null;
}

function digestOf(version: Version, source: IssueSource): string | null {
  return source.sender === null ? null : digestOfSource(version, source);
}

/** Digest of what people are shown of an issue, also where it cannot be approved as it is. */
export function digestOfShown(shown: IssueSource): string {
  return digestOfSource(2, shown);
}

function digestOfSource(version: Version, { draft, brand, sender }: IssueSource): string {
  return sha256(canonicalJson({ version, draft: printedOf(version, draft), images: brand.images, sender }));
}

/** A draft without what nobody reads: an article may be linked to its translation after an approval. */
function printedOf(version: Version, { masthead, sections }: IssueDraft): IssueDraft {
  return {
    masthead: versions[version](masthead),
    sections: sections.map((section) =>
      Array.isArray(section['articles'])
        ? { ...section, articles: (section['articles'] as object[]).map(withoutLink) }
        : section,
    ),
  };
}

/** The words of the house say what is spelt right, and may be added to at any time. */
function withoutWords({ brand, ...masthead }: IssueDraft['masthead']): IssueDraft['masthead'] {
  const { words: _, ...printed } = (brand ?? {}) as { words?: unknown };
  return { ...masthead, brand: printed };
}

function withoutLink(article: { translationOf?: unknown }): object {
  const { translationOf: _, ...printed } = article;
  return printed;
}

/** What a person sees and approves: an edition from a sender. */
export function sealOf({ hash }: Pick<Edition, 'hash'>, sender: SenderIdentity | null): string {
  return sha256(canonicalJson({ edition: hash, sender }));
}
