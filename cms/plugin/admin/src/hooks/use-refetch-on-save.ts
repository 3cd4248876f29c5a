import { useEffect, useRef } from 'react';

/** A query, as far as it is asked again. */
interface Asked {
  refetch: () => unknown;
  /** Whether it has not been asked yet. */
  isUninitialized: boolean;
}

/**
 * Asks again when a document has been saved.
 *
 * @param savedAt when it was saved last; undefined while that is not known
 */
export function useRefetchOnSave(savedAt: unknown, { refetch, isUninitialized }: Asked): void {
  const seen = useRef(savedAt);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== savedAt && !isUninitialized) refetch();
    seen.current = savedAt;
  }, [savedAt, refetch, isUninitialized]);
}
