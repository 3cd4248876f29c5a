import { Box, Flex, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

interface CardProps {
  title: string;
  /** Stands beside the title: a count, a state. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One part of a desk page: a titled surface that assistive technology can jump to. */
export function Card({ title, aside, children }: CardProps) {
  const id = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      borderColor="neutral150"
    >
      <Flex justifyContent="space-between" gap={3} paddingBottom={4} wrap="wrap">
        <Typography id={id} tag="h2" variant="delta">
          {title}
        </Typography>
        {aside}
      </Flex>
      {children}
    </Box>
  );
}
