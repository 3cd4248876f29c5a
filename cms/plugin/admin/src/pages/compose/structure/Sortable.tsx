import { useSortable } from '@dnd-kit/sortable';
import { Drag } from '@strapi/icons';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import { useText } from '../../../hooks/use-text';
import { dragId, type Dragged } from './sorting';

const Item = styled.li`
  background: ${({ theme }) => theme.colors.neutral0};
`;
const Row = styled.div`
  display: flex;
  align-items: stretch;
`;
const Handle = styled.button`
  flex: none;
  width: 2.8rem;
  border: 0;
  background: none;
  color: ${({ theme }) => theme.colors.neutral500};
  cursor: grab;
  touch-action: none;

  &:disabled {
    cursor: default;
  }
`;
const Choose = styled.button<{ $isChosen: boolean }>`
  display: flex;
  flex: 1;
  gap: 0.8rem;
  align-items: center;
  justify-content: space-between;
  min-width: 0;
  padding: 0.8rem 0.8rem 0.8rem 0;
  border: 0;
  background: none;
  color: ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary700 : theme.colors.neutral800)};
  font-size: 1.3rem;
  font-weight: ${({ $isChosen }) => ($isChosen ? 600 : 'inherit')};
  line-height: 1.4;
  text-align: start;
  overflow-wrap: anywhere;
  cursor: pointer;
`;

interface SortableProps {
  dragged: Dragged;
  name: string;
  isChosen: boolean;
  isDisabled: boolean;
  /** Whether what is dragged now may be dropped here. */
  isTaking: boolean;
  onChoose: () => void;
  /** What the row shows. */
  children: ReactNode;
  /** What stands below the row and moves along. */
  below?: ReactNode;
}

/** A row that is chosen by a click, and dragged by its handle, with the mouse or with Space and arrows. */
export function Sortable(props: SortableProps) {
  const { dragged, name, isChosen, isDisabled, isTaking, onChoose, children, below } = props;
  const text = useText();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: dragId(dragged), disabled: { draggable: isDisabled, droppable: !isTaking } });
  const moved = transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined;
  return (
    <Item
      ref={setNodeRef}
      style={{ transform: moved, transition, opacity: isDragging ? 0.6 : undefined }}
      {...(dragged.is === 'section' && { 'data-section': dragged.key })}
    >
      <Row>
        <Handle
          type="button"
          ref={setActivatorNodeRef}
          disabled={isDisabled}
          {...attributes}
          {...listeners}
          aria-label={text('compose.drag', { name })}
        >
          <Drag aria-hidden width="1.2rem" height="1.2rem" />
        </Handle>
        <Choose
          type="button"
          $isChosen={isChosen}
          aria-current={isChosen ? 'true' : undefined}
          onClick={onChoose}
        >
          {children}
        </Choose>
      </Row>
      {below}
    </Item>
  );
}
