import type { Page } from '../../../shared/desk';

export function pageCount(page: Pick<Page<unknown>, 'total' | 'pageSize'> | undefined): number {
  return page ? Math.max(1, Math.ceil(page.total / Math.max(1, page.pageSize))) : 0;
}
