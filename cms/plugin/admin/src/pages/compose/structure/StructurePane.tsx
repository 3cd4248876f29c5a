import { DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { memo, useId, useMemo, useState } from 'react';
import { styled } from 'styled-components';

import type { Language } from '../../../../../shared/desk';
import { directions } from '../../../../../shared/lists';
import { useText } from '../../../hooks/use-text';
import type { KeyedSection } from '../drafts/drafts';
import { AddSection } from './AddSection';
import { ArticleRows, type ArticleRow } from './ArticleRows';
import { hasNoArticles } from './arrange';
import { isOfArticles, type Selection } from './selection';
import { Sortable } from './Sortable';
import { announcements, collisions, draggedBy, dragId, dropped, takes, type Dragged } from './sorting';
import { useSectionName } from './use-section-name';

const Sections = styled.ol`
  display: grid;
  gap: 0.8rem;

  & > li {
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-radius: 4px;
    overflow: hidden;
  }
`;
const Masthead = styled.button`
  width: 100%;
  padding: 0.8rem 1.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  font-weight: 600;
  text-align: start;
  cursor: pointer;
`;

interface StructurePaneProps {
  sections: readonly KeyedSection[];
  articles: Readonly<Record<string, ArticleRow>>;
  selection: Selection;
  language: Language;
  isDisabled: boolean;
  onSelect: (selection: Selection) => void;
  onArrange: (sections: KeyedSection[]) => void;
}

/** The number from above to below: chosen, dragged, added to. A key in a text that no row shows leaves it alone. */
export const StructurePane = memo(
  Structure,
  ({ articles: before, ...others }, { articles: now, ...given }) =>
    isSame({ ...others }, { ...given }) && isSame(before, now, isSameRow),
);

type Values = Readonly<Record<string, unknown>>;

/** Whether two objects have the same in each field. Pure. */
function isSame(before: Values, now: Values, isOne: (one: unknown, other: unknown) => boolean = Object.is) {
  const names = Object.keys(now);
  return names.length === Object.keys(before).length && names.every((name) => isOne(before[name], now[name]));
}

function isSameRow(before: unknown, now: unknown): boolean {
  return before !== undefined && isSame(before as Values, now as Values);
}

function Structure(props: StructurePaneProps) {
  const { sections, articles, selection, language, isDisabled, onSelect, onArrange } = props;
  const text = useText();
  const instructions = useId();
  const [dragging, setDragging] = useState<Dragged | null>(null);
  const sectionName = useSectionName();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const titleOf = (documentId: string) => articles[documentId]?.title || text('compose.untitled');
  const nameOf = (id: string | number): string => {
    const dragged = draggedBy(id);
    if (dragged.is === 'article') return titleOf(dragged.documentId);
    const section = sections.find(({ key }) => key === dragged.key);
    return section ? sectionName(section) : '';
  };
  const ids = useMemo(() => sections.map(({ key }) => dragId({ is: 'section', key })), [sections]);
  const dir = directions[language];
  const empty = sections.filter(hasNoArticles);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} padding={3}>
      <Typography id={instructions} variant="pi" textColor="neutral600">
        {text('compose.structure.hint')}
      </Typography>
      <Masthead
        type="button"
        aria-current={selection.is === 'masthead' ? 'true' : undefined}
        onClick={() => onSelect({ is: 'masthead' })}
      >
        {text('compose.masthead')}
      </Masthead>
      <DndContext
        sensors={sensors}
        collisionDetection={collisions}
        onDragStart={({ active }) => setDragging(draggedBy(active.id))}
        onDragCancel={() => setDragging(null)}
        onDragEnd={({ active, over }) => {
          setDragging(null);
          const moved = active.rect.current.translated;
          const isBelow = moved && over ? middle(moved) > middle(over.rect) : false;
          const next = dropped(sections, active.id, over?.id ?? null, isBelow);
          if (next) onArrange(next);
        }}
        accessibility={{
          announcements: announcements(text, nameOf),
          screenReaderInstructions: { draggable: text('compose.drag.how') },
        }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <Sections>
            {sections.map((section) => (
              <Sortable
                key={section.key}
                dragged={{ is: 'section', key: section.key }}
                name={sectionName(section)}
                isChosen={selection.is === 'section' && selection.key === section.key}
                isDisabled={isDisabled}
                isTaking={takes({ is: 'section', key: section.key }, section, dragging)}
                onChoose={() => onSelect({ is: 'section', key: section.key })}
                below={
                  isOfArticles(section) && <ArticleRows {...props} section={section} dragging={dragging} />
                }
              >
                <strong dir={dir}>{sectionName(section)}</strong>
              </Sortable>
            ))}
          </Sections>
        </SortableContext>
      </DndContext>
      {!isDisabled && (
        <AddSection
          onAdd={(section) => {
            onArrange([...sections, section]);
            onSelect({ is: 'section', key: section.key });
          }}
        />
      )}
      {!isDisabled && empty.length > 0 && empty.length < sections.length && (
        <Button
          variant="ghost"
          startIcon={<Trash />}
          // Whoever writes in a section that stays is left there.
          onClick={() => onArrange(sections.filter((section) => !hasNoArticles(section)))}
        >
          {text('compose.section.remove-empty', { count: empty.length })}
        </Button>
      )}
    </Flex>
  );
}

function middle({ top, height }: { top: number; height: number }): number {
  return top + height / 2;
}
