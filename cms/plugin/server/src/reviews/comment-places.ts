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
    const articles = listOf(section['articles']).flatMap((article, nth) => {
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

/** The path of an anchor in the issue as it is now; null where what it lay in is gone. Pure. */
export function placeNow({ place, subject, section }: CommentAnchor, draft: IssueDraft): string | null {
  const found = inSection.exec(place);
  if (found === null) return place;
  const [base, index] = found;
  const rest = place.slice(base.length);
  if (subject !== null) {
    const own = placesIn(draft).find((each) => placeOf(each, draft).document?.documentId === subject);
    return own === undefined ? null : `${own}${rest}`;
  }
  const isHere = (each: Record<string, unknown> | undefined) =>
    each !== undefined && sectionSignature(each) === section;
  const at = isHere(draft.sections[Number(index)]) ? Number(index) : draft.sections.findIndex(isHere);
  return at === -1 ? null : `sections[${at}]${rest}`;
}

/** A place that is a thing of its own, and not a field of one. Pure. */
export function isWhole(place: string): boolean {
  return place === '' || place.endsWith(']') || place.endsWith('.dashboard');
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}
