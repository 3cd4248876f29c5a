import { TextButton } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import type { ReactNode } from 'react';

interface TextToggleProps {
  expanded: boolean;
  onToggle: () => void;
  /** What a screen reader calls it, where the text alone does not say what it is about. */
  name?: string;
  children: ReactNode;
}

/** Opens and closes the rest of something, quietly. */
export function TextToggle({ expanded, onToggle, name, children }: TextToggleProps) {
  return (
    <TextButton
      aria-expanded={expanded}
      aria-label={name}
      onClick={onToggle}
      endIcon={expanded ? <CaretUp /> : <CaretDown />}
    >
      {children}
    </TextButton>
  );
}
