import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { styled } from 'styled-components';

const Bar = styled.div`
  cursor: col-resize;
  touch-action: none;
  background: ${({ theme }) => theme.colors.neutral200};

  &:hover,
  &:focus-visible {
    background: ${({ theme }) => theme.colors.primary600};
  }
`;

/** How far an arrow key moves it, in pixels. */
const STEP = 24;

interface SplitterProps {
  name: string;
  /** Width of what stands behind it, in pixels: to its right, or to its left where one reads from the right. */
  width: number;
  least: number;
  most: number;
  onWidth: (width: number) => void;
  /** While it is dragged nothing else takes the pointer, such as a frame. */
  onDragging: (isDragging: boolean) => void;
}

/** The line between two panes: dragged, or moved by the arrows, Home and End. */
export function Splitter({ name, width, least, most, onWidth, onDragging }: SplitterProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const set = (next: number): void => onWidth(Math.round(Math.min(most, Math.max(least, next))));

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEP * aheadOf(event.currentTarget);
    const next = {
      ArrowLeft: width + step,
      ArrowRight: width - step,
      Home: most,
      End: least,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
    onDragging(true);
  };
  const onPointerMove = ({ clientX, currentTarget }: PointerEvent): void => {
    if (start.current) set(start.current.width + aheadOf(currentTarget) * (start.current.x - clientX));
  };
  const onPointerUp = (): void => {
    start.current = null;
    onDragging(false);
  };

  return (
    <Bar
      role="separator"
      aria-orientation="vertical"
      aria-label={name}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    />
  );
}

/** 1 where what stands behind is to the right, -1 where it is to the left. */
function aheadOf(element: Element): 1 | -1 {
  return getComputedStyle(element).direction === 'rtl' ? -1 : 1;
}
