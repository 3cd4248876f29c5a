import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';

import { useText } from '../hooks/use-text';

interface PagerProps {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pager({ page, pageSize, total, onPage }: PagerProps) {
  const text = useText();
  const pages = Math.max(1, Math.ceil(total / Math.max(1, pageSize)));
  return (
    <Flex tag="nav" aria-label={text('pager.name')} justifyContent="flex-end" gap={3} paddingTop={4}>
      <Typography variant="pi" textColor="neutral600">
        {text('pager.where', { page, pages, total })}
      </Typography>
      <Flex gap={1}>
        <IconButton label={text('pager.previous')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
          <ChevronLeft data-points />
        </IconButton>
        <IconButton label={text('pager.next')} disabled={page >= pages} onClick={() => onPage(page + 1)}>
          <ChevronRight data-points />
        </IconButton>
      </Flex>
    </Flex>
  );
}
