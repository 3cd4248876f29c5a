import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface NoticeProps {
  tone: 'warning' | 'primary' | 'alternative' | 'neutral' | 'success';
  title?: string;
  children: ReactNode;
}

/** Something the person should know before she goes on. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <Box
      background={`${tone}100`}
      borderColor={tone === 'neutral' ? 'neutral150' : `${tone}200`}
      hasRadius
      padding={3}
    >
      {title && (
        <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
          {title}
        </Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral700">
        {children}
      </Typography>
    </Box>
  );
}
