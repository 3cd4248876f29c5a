import { Status, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

import type { Tone } from '../model/text';

interface LabelProps {
  tone: Tone;
  children: ReactNode;
}

/** A short state on its colour; the words carry the meaning, the colour only repeats it. Strapi's amber on amber is too pale to read. */
export function Label({ tone, children }: LabelProps) {
  return (
    <Status variant={tone} size="S" display="inline-block">
      <Typography
        tag="span"
        variant="pi"
        fontWeight="bold"
        textColor={tone === 'warning' ? 'neutral800' : 'inherit'}
        style={{ whiteSpace: 'nowrap' }}
      >
        {children}
      </Typography>
    </Status>
  );
}
