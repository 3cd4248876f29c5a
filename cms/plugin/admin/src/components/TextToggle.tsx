import { TextButton } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import type { ReactNode } from 'react';

interface TextToggleProps {
  expanded: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** Opens and closes the rest of something, quietly. */
export function TextToggle({ expanded, onToggle, children }: TextToggleProps) {
  return (
    <TextButton aria-expanded={expanded} onClick={onToggle} endIcon={expanded ? <CaretUp /> : <CaretDown />}>
      {children}
    </TextButton>
  );
}
