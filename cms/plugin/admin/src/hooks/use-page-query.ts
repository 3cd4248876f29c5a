import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const PAGE_SIZE = 20;

interface PageQuery {
  page: number;
  pageSize: number;
  state: string;
  search: string;
  setPage: (page: number) => void;
  setFilter: (filter: { state?: string; search?: string }) => void;
}

/** Page, filter and search of a table. They live in the page's address: a link or the back button shows the same rows. */
export function usePageQuery(): PageQuery {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: Record<string, string>) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      }),
    [setParams],
  );
  const setPage = useCallback((page: number) => change({ page: page > 1 ? String(page) : '' }), [change]);
  const setFilter = useCallback(
    (filter: { state?: string; search?: string }) => change({ ...filter, page: '' }),
    [change],
  );
  return {
    page: positive(params.get('page')),
    pageSize: PAGE_SIZE,
    state: params.get('state') ?? '',
    search: params.get('search') ?? '',
    setPage,
    setFilter,
  };
}

function positive(value: string | null): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : 1;
}
