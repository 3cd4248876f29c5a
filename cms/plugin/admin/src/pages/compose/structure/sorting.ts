import {
  closestCenter,
  pointerWithin,
  type Announcements,
  type CollisionDetection,
  type UniqueIdentifier,
} from '@dnd-kit/core';

import type { useText } from '../../../hooks/use-text';
import type { KeyedSection } from '../drafts/drafts';
import { withArticleAt, withSectionAt } from './arrange';
import { isOfArticles } from './selection';

/** What is dragged, or dropped on. */
export type Dragged = { is: 'section'; key: string } | { is: 'article'; key: string; documentId: string };

/** The name of a thing to the library that drags; an article may stand in two sections. */
export function dragId(dragged: Dragged): string {
  return dragged.is === 'section' ? `section:${dragged.key}` : `article:${dragged.key}:${dragged.documentId}`;
}

export function draggedBy(id: UniqueIdentifier): Dragged {
  const [is, key = '', documentId = ''] = String(id).split(':');
  return is === 'article' ? { is, key, documentId } : { is: 'section', key };
}

/** Whatever lies below the pointer, else whatever is nearest: with the keyboard there is no pointer. */
export const collisions: CollisionDetection = (given) => {
  const within = pointerWithin(given);
  return within.length > 0 ? within : closestCenter(given);
};

/** Whether something may be dropped there: a section among sections, an article on articles or into an empty section. Pure. */
export function takes(target: Dragged, section: KeyedSection, active: Dragged | null): boolean {
  if (active === null || active.is === target.is) return true;
  return active.is === 'article' && isOfArticles(section) && section.articles.length === 0;
}

/**
 * Sections after something was dropped; null where nothing moves. Pure.
 *
 * @param isBelow whether it lies below the middle of what it was dropped on
 */
export function dropped(
  sections: readonly KeyedSection[],
  activeId: UniqueIdentifier,
  overId: UniqueIdentifier | null,
  isBelow: boolean,
): KeyedSection[] | null {
  if (overId === null || activeId === overId) return null;
  const [active, over] = [draggedBy(activeId), draggedBy(overId)];
  const place = sections.findIndex(({ key }) => key === over.key);
  if (active.is === 'section') return place < 0 ? null : withSectionAt(sections, active.key, place);
  const target = sections[place];
  if (!isOfArticles(target)) return null;
  const index = over.is === 'article' ? target.articles.indexOf(over.documentId) : target.articles.length;
  // Within a section the others have made room already.
  const at = isBelow && over.is === 'article' && over.key !== active.key ? index + 1 : index;
  return withArticleAt(sections, active.documentId, active.key, { key: target.key, at });
}

/** What a screen reader says while something is moved. @param nameOf what a thing is called */
export function announcements(
  text: ReturnType<typeof useText>,
  nameOf: (id: UniqueIdentifier) => string,
): Announcements {
  return {
    onDragStart: ({ active }) => text('compose.drag.start', { name: nameOf(active.id) }),
    onDragOver: ({ active, over }) =>
      over && over.id !== active.id
        ? text('compose.drag.over', { name: nameOf(active.id), over: nameOf(over.id) })
        : undefined,
    onDragEnd: ({ active }) => text('compose.drag.end', { name: nameOf(active.id) }),
    onDragCancel: ({ active }) => text('compose.drag.cancel', { name: nameOf(active.id) }),
  };
}
