import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Scrolls a sheet sideways, once as it is opened, so far that a column is in sight: the newest period stands behind the older ones, and it
 * is the one that is filled in. The page itself stays where it is.
 */
export function useColumnInSight(table: RefObject<HTMLTableElement>, column: number | undefined): void {
  const opened = useRef(column);
  useLayoutEffect(() => {
    const scrolled = table.current?.parentElement;
    if (opened.current === undefined || !scrolled) return;
    const heading = scrolled.querySelector(`thead [aria-colindex="${opened.current + 1}"]`);
    if (heading === null) return;
    const [cell, frame] = [heading.getBoundingClientRect(), scrolled.getBoundingClientRect()];
    // What lies beyond the end, to the right or, in Arabic, to the left.
    if (cell.right > frame.right) scrolled.scrollBy({ left: Math.ceil(cell.right - frame.right) });
    else if (cell.left < frame.left) scrolled.scrollBy({ left: Math.floor(cell.left - frame.left) });
  }, [table]);
}
