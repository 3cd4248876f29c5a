import { rowsOf } from '../content/documents/stored-rows';
import { sectionSignature } from '../editions/finding-anchor';
import { placeOf } from '../editions/place-of';
import type { IssueDraft } from '../editions/to-issue';

/** Where a comment lies, kept so that it is found again when the issue is put in another order. */
interface CommentAnchor {
  /** The path in the issue when it was written; empty for the issue as a whole. */
  place: string;
  /** The article or dashboard that it lies in; null for a part of the issue itself. */
  subject: string | null;
  /** Kind and heading of the section that it lies in; null outside of sections. */
  section: string | null;
}

/** Fields of an article that a reader sees as a piece of its own. */
const articleFields = ['title', 'standfirst', 'body', 'images', 'callToAction'] as const;
const inSection = /^sections\[(\d+)\](?:\.(?:articles\[\d+\]|dashboard))?/;

/** What can be commented on in an issue, in its order; empty is the issue as a whole. Pure. */
export function placesIn(draft: IssueDraft): string[] {
  const sections = draft.sections.flatMap((section, index) => {
    const base = `sections[${index}]`;
    const articles = rowsOf(section['articles']).flatMap((article, nth) => {
      const place = `${base}.articles[${nth}]`;
      return [
        place,
        ...articleFields.filter((field) => isFilled(article[field])).map((field) => `${place}.${field}`),
      ];
    });
    return [base, ...articles, ...(section['dashboard'] ? [`${base}.dashboard`] : [])];
  });
  return ['', 'masthead.subject', 'masthead.preheader', 'masthead.period', ...sections];
}

/** What of a place survives another order. Pure. */
export function anchorOf(place: string, draft: IssueDraft): CommentAnchor {
  const { document } = placeOf(place, draft);
  const index = inSection.exec(place)?.[1];
  const section = index === undefined ? undefined : draft.sections[Number(index)];
  return {
    place,
    subject: document?.documentId ?? null,
    section: section ? sectionSignature(section) : null,
  };
}

/**
 * Finds the path of an anchor in the issue as it is now; null where what it lay in is gone. The draft is looked through once, whatever is
 * asked then. Pure.
 */
export function placeFinder(draft: IssueDraft): (anchor: CommentAnchor) => string | null {
  const [documents, places] = [new Map<string, string>(), new Map<string, string>()];
  for (const place of placesIn(draft).filter(isWhole)) {
    const { documentId } = placeOf(place, draft).document ?? {};
    if (documentId === undefined) continue;
    documents.set(place, documentId);
    if (!places.has(documentId)) places.set(documentId, place);
  }
  const signatures = draft.sections.map(sectionSignature);
  return ({ place, subject, section }) => {
    const found = inSection.exec(place);
    if (found === null) return place;
    const [base, index] = found;
    const rest = place.slice(base.length);
    if (subject !== null) {
      // One that stands in the issue twice stays where it was meant.
      const own = documents.get(base) === subject ? base : places.get(subject);
      return own === undefined ? null : `${own}${rest}`;
    }
    const isThere = signatures[Number(index)] === section;
    const at = isThere ? Number(index) : signatures.findIndex((one) => one === section);
    return at === -1 ? null : `sections[${at}]${rest}`;
  };
}

/** A place that is a thing of its own, and not a field of one. Pure. */
export function isWhole(place: string): boolean {
  return place === '' || place.endsWith(']') || place.endsWith('.dashboard');
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}
