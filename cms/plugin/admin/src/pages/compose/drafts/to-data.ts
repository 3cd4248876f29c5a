import type { PictureForm, SectionForm } from '../../../../../shared/desk';
import { unkeyed, type Changes, type KeyedSection } from './drafts';

/**
 * Changes as the content manager's own requests carry them: pictures by their numbers, documents by their ids, an empty text as
 * nothing. Pure.
 */
export function toData(changes: Changes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, dataOf(field, value)]));
}

function dataOf(field: string, value: unknown): unknown {
  if (field === 'sections') return unkeyed(value as KeyedSection[]).map(sectionData);
  if (field === 'images') return ((value ?? []) as PictureForm[]).map(({ id }) => id);
  if (field === 'cover') return (value as PictureForm | null | undefined)?.id ?? null;
  return value === '' || value === undefined ? null : value;
}

function sectionData(section: SectionForm): Record<string, unknown> {
  switch (section.__component) {
    case 'newsletter-section.articles':
      return { ...section, articles: { set: section.articles.map((documentId) => ({ documentId })) } };
    case 'newsletter-section.dashboard':
      return {
        ...section,
        dashboard: { set: section.dashboard ? [{ documentId: section.dashboard }] : [] },
      };
    case 'newsletter-section.image':
      return { ...section, picture: section.picture?.id ?? null };
    default:
      return { ...section };
  }
}
