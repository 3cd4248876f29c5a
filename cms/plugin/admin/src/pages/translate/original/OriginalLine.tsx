import { useEffect, useRef, type ReactNode } from 'react';
import { styled } from 'styled-components';

const Placed = styled.div<{ $isMarked: boolean }>`
  position: absolute;
  inset-inline: 0;
  padding: 0.8rem 1.2rem;
  border-inline-start: 3px solid
    ${({ theme, $isMarked }) => ($isMarked ? theme.colors.warning500 : 'transparent')};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isMarked }) => ($isMarked ? theme.colors.warning100 : theme.colors.neutral100)};
  font-size: 1.6rem;
  line-height: 1.5;
`;

interface OriginalLineProps {
  line: number;
  /** From the top of what holds it, in pixels; undefined until it is known. */
  top: number | undefined;
  /** Whether there is something to look at. */
  isMarked: boolean;
  onHeight: (line: number, height: number) => void;
  children: ReactNode;
}

/** What stands on one line of the original, beside a block of the translation. */
export function OriginalLine({ line, top, isMarked, onHeight, children }: OriginalLineProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => onHeight(line, Math.ceil(current.offsetHeight)));
    observer.observe(current);
    return () => observer.disconnect();
  }, [line, onHeight]);
  return (
    <Placed
      ref={element}
      $isMarked={isMarked}
      style={top === undefined ? { visibility: 'hidden' } : { top: `${top}px` }}
    >
      {children}
    </Placed>
  );
}
