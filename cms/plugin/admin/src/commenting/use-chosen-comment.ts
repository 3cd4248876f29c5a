import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** Where somebody was when she chose a comment: a pin leads to the comment, the comment to its pin, a link from outside to both. */
type From = 'mail' | 'comment';

/** The comment that somebody looks at. */
interface ChosenComment {
  id: number;
  from: From | null;
}

interface Choosing {
  /** Another object each time that one is chosen; null for none. */
  chosen: ChosenComment | null;
  choose: (id: number, from: From) => void;
}

/** What goes with an address that names a comment: where somebody chose it. Pure. */
export const chosenFrom = (from: From): { from: From } => ({ from });

/** The comment that the address of the page names, which a mail may lead to. */
export function useChosenComment(): Choosing {
  const [query, setQuery] = useSearchParams();
  const { key, state } = useLocation() as { key: string; state: { from?: From } | null };
  const named = Number(query.get('comment'));
  const from = state?.from ?? null;
  const chosen = useMemo(
    () => (Number.isInteger(named) && named > 0 && key !== '' ? { id: named, from } : null),
    [named, from, key],
  );
  const choose = useCallback(
    (id: number, by: From) =>
      setQuery(
        (before) => {
          const next = new URLSearchParams(before);
          next.set('comment', String(id));
          return next;
        },
        { replace: true, state: chosenFrom(by), preventScrollReset: true },
      ),
    [setQuery],
  );
  return { chosen, choose };
}
