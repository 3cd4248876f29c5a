import { DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Badge, Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useId, useState } from 'react';
import { styled } from 'styled-components';

import type { Language } from '../../../../../shared/desk';
import { directions } from '../../../../../shared/lists';
import { useText } from '../../../hooks/use-text';
import type { KeyedSection } from '../drafts/drafts';
import { AddSection } from './AddSection';
import { hasNoArticles } from './arrange';
import { isOfArticles, type ArticlesSection, type Selection } from './selection';
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
const Articles = styled.ol`
  & > li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
    padding-inline-start: 0.8rem;
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

/** What the rows say of an article. */
export interface ArticleRow {
  title: string;
  state: 'draft' | 'modified' | 'published' | null;
}

interface StructurePaneProps {
  sections: readonly KeyedSection[];
  articles: Readonly<Record<string, ArticleRow>>;
  selection: Selection;
  language: Language;
  isDisabled: boolean;
  onSelect: (selection: Selection) => void;
  onArrange: (sections: KeyedSection[]) => void;
}

/** The number from above to below: chosen, dragged, added to. */
export function StructurePane(props: StructurePaneProps) {
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
        <SortableContext
          items={sections.map(({ key }) => dragId({ is: 'section', key }))}
          strategy={verticalListSortingStrategy}
        >
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
                  isOfArticles(section) && (
                    <ArticleRows {...props} section={section} dragging={dragging} titleOf={titleOf} />
                  )
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
          onClick={() => {
            onArrange(sections.filter((section) => !hasNoArticles(section)));
            onSelect({ is: 'masthead' });
          }}
        >
          {text('compose.section.remove-empty', { count: empty.length })}
        </Button>
      )}
    </Flex>
  );
}

interface ArticleRowsProps extends StructurePaneProps {
  section: ArticlesSection;
  dragging: Dragged | null;
  titleOf: (documentId: string) => string;
}

function ArticleRows(props: ArticleRowsProps) {
  const { section, articles, selection, language, isDisabled, dragging, titleOf, onSelect } = props;
  const text = useText();
  const { key } = section;
  const dir = directions[language];
  return (
    <SortableContext
      items={section.articles.map((documentId) => dragId({ is: 'article', key, documentId }))}
      strategy={verticalListSortingStrategy}
    >
      <Articles>
        {section.articles.map((documentId) => {
          const state = articles[documentId]?.state ?? null;
          return (
            <Sortable
              key={documentId}
              dragged={{ is: 'article', key, documentId }}
              name={titleOf(documentId)}
              isChosen={
                selection.is === 'article' && selection.key === key && selection.documentId === documentId
              }
              isDisabled={isDisabled}
              isTaking={takes({ is: 'article', key, documentId }, section, dragging)}
              onChoose={() => onSelect({ is: 'article', key, documentId })}
            >
              <span dir={dir}>{titleOf(documentId)}</span>
              {(state === 'draft' || state === 'modified') && (
                <Badge size="S" style={{ flex: 'none' }}>
                  {text(`compose.state.${state}`)}
                </Badge>
              )}
            </Sortable>
          );
        })}
      </Articles>
      {!isDisabled && (
        <Box padding={2} paddingLeft={6}>
          <TextButton startIcon={<Plus />} onClick={() => onSelect({ is: 'picker', key })}>
            {text('compose.article.add')}
          </TextButton>
        </Box>
      )}
    </SortableContext>
  );
}

function middle({ top, height }: { top: number; height: number }): number {
  return top + height / 2;
}
